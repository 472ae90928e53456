import 'server-only'
import { refusal } from './abilities'
import type { EngineRequest, EngineResult } from './engine'
import { fitOf, fitPicture } from './fit-size'
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
  const { instruction, images, seed, size } = request
  const { steps, notUnderstood } = understand(instruction, images.length, request.mask !== undefined)
  if (steps.length === 0) throw refusal(nothingUnderstood(instruction, notUnderstood))
  const first = await decodePicture(images[0]!)
  const mask = request.mask && (await decodeMask(request.mask, first))
  const image = async (number: number) => (number === 1 ? first : decodePicture(images[number - 1]!))
  const context: EditContext = { seed, image, ...(signal && { signal }), ...(mask && { mask }) }
  const { original, edited, done } = await applySteps(first, steps, context)

  // A filled hole is not a matter of degree: half of it would show what had to go.
  const repaired = steps.some(({ kind }) => kind === 'repair')
  const strength = repaired ? 1 : Math.min(1, Math.max(0, request.strength ?? 1))
  const blended = original === edited ? edited : await blend(original, edited, mask, strength, signal)
  if (samePicture(blended, first))
    throw refusal(
      `“${shown(instruction)}” would change nothing in this picture${cause(strength, request.mask)}.`,
    )
  if (strength < 1) done.push(`at strength ${strength}`)
  const frame = size ?? { width: blended.width, height: blended.height }
  if (fitOf(blended, frame) === 'contain')
    done.push('the whole picture on a blurred copy of itself, to fit the size')
  return { picture: await fitPicture(blended, frame), steps: done, notUnderstood }
}

/** Applies the steps; what changes the frame is done to the original too, so that both can be blended. */
async function applySteps(first: Picture, steps: Step[], context: EditContext) {
  const done: string[] = []
  let original = first
  let edited = first
  for (const [index, step] of steps.entries()) {
    context.signal?.throwIfAborted()
    const before = edited
    const own = { ...context, seed: context.seed + index * 101 }
    edited = await step.apply(before, own)
    if (step.kind === 'pair') original = edited
    else if (step.kind === 'frame') original = original === before ? edited : await step.apply(original, own)
    done.push(samePicture(edited, before) ? `${step.description} (changed nothing)` : step.description)
  }
  return { original, edited, done }
}

async function drawFromText(request: EngineRequest, signal?: AbortSignal): Promise<Outcome> {
  const { instruction, seed, size = { width: 1024, height: 1024 } } = request
  if (request.mask) throw refusal('A mask needs the picture it lies on, and none was given.')
  const scene = readScene(instruction)
  if (!scene) throw refusal(`From “${shown(instruction)}” alone the sandbox can draw nothing.`)
  const { steps, notUnderstood } = understand(instruction, 0, false)
  // The landscape has its light already.
  const looks = steps.filter(({ kind }) => kind !== 'light')
  const landscape = await paintLandscape(scene, size, seed, signal)
  const image = async () => landscape
  const { edited, done } = await applySteps(landscape, looks, { seed, image, ...(signal && { signal }) })
  const picture = request.size ? await fitPicture(edited, request.size) : edited
  return { picture, steps: [scene.description, ...done], notUnderstood }
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
