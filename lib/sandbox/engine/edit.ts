import 'server-only'
import { engineName, engineVersion, type EngineStep, type Undone } from '@/lib/models/engine-report'
import { noChange, refusal, undrawable } from './abilities'
import { applySteps } from './apply-steps'
import { NotUnderstood, type EngineRequest, type EngineResult } from './engine'
import { fitOf, fitPicture } from './fit-size'
import { paintLandscape } from './landscape/paint'
import { readScene } from './landscape/scene'
import { blend, decodeMask } from './mask'
import type { Mask } from './operation'
import { decodePicture, samePicture, type Picture } from './picture'
import { understand, type PlannedStep } from './grammar/understand'

/**
 * Does what the instruction asks, or throws `NotUnderstood`; the answer is never the unchanged picture. The same
 * request gives the same pixels. Bytes that are no picture reject with what sharp says.
 */
export async function edit(request: EngineRequest): Promise<EngineResult> {
  const { picture, done, undone, seeded } = request.images.length
    ? await editPictures(request)
    : await drawFromText(request)
  const seed = seeded ? request.seed : null
  return { ...picture, report: { engine: engineName, version: engineVersion, seed, steps: done, undone } }
}

interface Outcome {
  picture: Picture
  done: EngineStep[]
  undone: Undone[]
  seeded: boolean
}

async function editPictures(request: EngineRequest): Promise<Outcome> {
  const { instruction, images, seed, size } = request
  const { steps, undone } = understand(instruction, images.length, request.mask !== undefined)
  if (steps.length === 0) throw refusal(instruction, undone)
  const first = await decodePicture(images[0]!, keepsFrame(steps) ? size : undefined)
  const mask = request.mask && (await decodeMask(request.mask, first))
  const image = async (number: number) => (number === 1 ? first : decodePicture(images[number - 1]!))
  const applied = await applySteps(first, steps, { seed, image, mask })
  const missed = [...undone, ...applied.undone]
  if (applied.done.length === 0) throw refusal(instruction, missed)

  // A filled hole is not a matter of degree: half of it would show what had to go.
  const repaired = steps.some(({ kind }) => kind === 'repair')
  const strength = repaired ? 1 : Math.min(1, Math.max(0, request.strength ?? 1))
  const { original, edited, done } = applied
  const needsOriginal = mask !== undefined || strength < 1
  const blended = needsOriginal
    ? blend(await original(), edited, repaired ? wholly(mask) : mask, strength)
    : edited
  if (samePicture(blended, first)) throw noChange(instruction, strength, mask !== undefined)
  if (strength < 1) done.at(-1)?.notes.push(`at strength ${strength}`)
  const frame = size ?? { width: blended.width, height: blended.height }
  if (fitOf(blended, frame) === 'contain')
    done.at(-1)?.notes.push('the whole picture on a blurred copy of itself, to fit the size')
  if (size && fitOf(blended, frame) !== 'same')
    for (const step of done.filter(({ operation }) => operation === 'upscale' || operation === 'resize'))
      step.notes.push(`the model’s size parameter decides the pixels: ${size.width} × ${size.height}`)
  const seeded = steps.some((step) => step.seeded)
  return { picture: await fitPicture(blended, frame), done, undone: missed, seeded }
}

/** Below it a mask is black, but for what a compression left. Of 255. */
const leastHole = 5

/** What was removed must not shine through where the mask is soft: there it was filled whole. */
function wholly(mask: Mask | undefined): Mask | undefined {
  return mask && { ...mask, values: mask.values.map((value) => (value > leastHole ? 255 : 0)) }
}

/** Without a change of frame, nothing is gained by working on more pixels than are wanted. */
function keepsFrame(steps: readonly PlannedStep[]): boolean {
  return steps.every(({ kind }) => kind !== 'frame' && kind !== 'pair')
}

async function drawFromText(request: EngineRequest): Promise<Outcome> {
  const { instruction, seed, size = { width: 1024, height: 1024 } } = request
  if (request.mask)
    throw new NotUnderstood('A mask needs the picture it lies on, and none was given. Add the picture.')
  const scene = readScene(instruction)
  if (!scene) throw undrawable(instruction)
  const { steps, undone } = understand(instruction, 0, false)
  const started = performance.now()
  const landscape = await paintLandscape(scene, size, seed)
  const milliseconds = Math.round(performance.now() - started)
  const applied = await applySteps(landscape, steps, { seed, image: async () => landscape })
  const drawn = { operation: 'scene', parameters: scene, scope: 'whole picture', milliseconds, notes: [] }
  return {
    picture: await fitPicture(applied.edited, size),
    done: [{ ...drawn, description: scene.description }, ...applied.done],
    undone: [...undone, ...applied.undone],
    seeded: true,
  }
}
