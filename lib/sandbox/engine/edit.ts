import 'server-only'
import { refusal } from './abilities'
import type { EngineRequest, EngineResult } from './engine'
import { fitMask, fitOf, fitPicture } from './fit-size'
import { paintLandscape } from './landscape/paint'
import { readScene } from './landscape/scene'
import { blend, decodeMask } from './mask'
import type { EditContext, Step } from './operation'
import { decodePicture, samePicture, type Picture } from './picture'
import { understand } from './understand'

/**
 * Does what the instruction asks, or throws `NotUnderstood`; the answer is never the unchanged picture. The same
 * request gives the same pixels. Aborting `signal` rejects with its reason; bytes that are no picture reject with what
 * sharp says.
 */
export async function edit(request: EngineRequest, signal?: AbortSignal): Promise<EngineResult> {
  signal?.throwIfAborted()
  const { picture, steps, notUnderstood } = request.images.length
    ? await editPictures(request, signal)
    : await drawFromText(request, signal)
  signal?.throwIfAborted()
  return { ...picture, steps, notUnderstood }
}

interface Outcome {
  picture: Picture
  steps: string[]
  notUnderstood: string[]
}

async function editPictures(request: EngineRequest, signal?: AbortSignal): Promise<Outcome> {
  const { instruction, seed, size } = request
  const { steps, notUnderstood } = understand(instruction, request.images.length, request.mask !== undefined)
  if (steps.length === 0) throw refusal(nothingUnderstood(instruction, notUnderstood))
  const usesAll = steps.some(({ kind }) => kind === 'pair')
  const images: Picture[] = []
  for (const bytes of request.images.slice(0, usesAll ? 2 : 1)) images.push(await decodePicture(bytes))
  const first = images[0]!
  const mask = request.mask && (await decodeMask(request.mask, first))
  const context: EditContext = { seed, images, ...(signal && { signal }), ...(mask && { mask }) }
  const { original, edited, done } = await applySteps(first, steps, context)

  const frame = size ?? { width: edited.width, height: edited.height }
  if (fitOf(edited, frame) === 'contain')
    done.push('the whole picture on a blurred copy of itself, to fit the size')
  const strength = Math.min(1, Math.max(0, request.strength ?? 1))
  const before = await fitPicture(original, frame)
  const after = await fitPicture(edited, frame)
  const picture = await blend(before, after, mask && (await fitMask(mask, frame)), strength, signal)
  if (strength < 1 && strength > 0) done.push(`at strength ${strength}`)
  if (samePicture(picture, first) || samePicture(picture, await fitPicture(first, frame)))
    throw refusal(
      `“${shown(instruction)}” would change nothing in this picture${cause(strength, request.mask)}.`,
    )
  return { picture, steps: done, notUnderstood }
}

/** Applies the steps; what changes the frame is done to the original too, so that both can be blended. */
async function applySteps(first: Picture, steps: Step[], context: EditContext) {
  const done: string[] = []
  let original = first
  let edited = first
  for (const step of steps) {
    context.signal?.throwIfAborted()
    const before = edited
    edited = await step.apply(before, context)
    if (step.kind === 'pair') original = edited
    else if (step.kind === 'frame')
      original = original === before ? edited : await step.apply(original, context)
    done.push(samePicture(edited, before) ? `${step.description} (changed nothing)` : step.description)
  }
  return { original, edited, done }
}

async function drawFromText(request: EngineRequest, signal?: AbortSignal): Promise<Outcome> {
  const { instruction, seed, size = { width: 1024, height: 1024 } } = request
  const scene = readScene(instruction)
  if (!scene) throw refusal(`From “${shown(instruction)}” alone the sandbox can draw nothing.`)
  const understood = understand(instruction, 0, false)
  // The landscape has its light already; its frame is the size asked for.
  const looks = understood.steps.filter(({ kind }) => kind === 'look')
  const landscape = await paintLandscape(scene, size, seed, signal)
  const context: EditContext = { seed, images: [landscape], ...(signal && { signal }) }
  const { edited, done } = await applySteps(landscape, looks, context)
  const notUnderstood = understood.notUnderstood.filter((clause) => !readScene(clause))
  return { picture: edited, steps: [scene.description, ...done], notUnderstood }
}

function nothingUnderstood(instruction: string, clauses: string[]): string {
  const told = clauses.some((clause) => clause.endsWith(')')) ? clauses.join('; ') : instruction
  return `The sandbox can’t do “${shown(told)}”.`
}

function shown(text: string): string {
  const line = text.trim().replace(/\s+/g, ' ')
  return line.length > 160 ? `${line.slice(0, 159)}…` : line
}

function cause(strength: number, mask: Uint8Array | undefined): string {
  if (strength === 0) return ' at strength 0'
  return mask ? ' inside its mask' : ''
}
