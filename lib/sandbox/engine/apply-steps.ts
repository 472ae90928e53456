import 'server-only'
import type { EngineStep, Undone } from '@/lib/models/engine-report'
import { blendBy } from './mask'
import type { EditContext, Mask } from './operation'
import { samePicture, type Picture } from './picture'
import { facesIn, findRegion } from './regions/find-region'
import { LowConfidence, type Region, type Scope } from './regions/region'
import { scopeText } from './regions/scope-text'
import { stepSeed } from './seed'
import type { PlannedStep } from './grammar/understand'

export interface Applied {
  /** The first picture in the frame of the result: what the result is blended with, made when it is asked for. */
  original(): Promise<Picture>
  edited: Picture
  done: EngineStep[]
  undone: Undone[]
}

interface Inputs {
  seed: number
  image: EditContext['image']
  mask?: Mask | undefined
}

/** Applies the steps in order; what changes the frame is done to the original too, so that both can be blended. */
export async function applySteps(
  first: Picture,
  steps: readonly PlannedStep[],
  inputs: Inputs,
): Promise<Applied> {
  const applied: Applied = { original: async () => first, edited: first, done: [], undone: [] }
  for (const [index, step] of steps.entries()) {
    try {
      await applyStep(applied, first, step, { ...inputs, seed: stepSeed(inputs.seed, index, step.operation) })
    } catch (error) {
      if (!(error instanceof LowConfidence)) throw error
      applied.undone.push({ text: step.text, reason: 'low confidence', message: error.message })
    }
  }
  return applied
}

async function applyStep(applied: Applied, first: Picture, step: PlannedStep, inputs: Inputs): Promise<void> {
  const started = performance.now()
  const { original, edited } = applied
  const isUntouched = edited === first
  const notes = step.approximates ? [step.approximates] : []
  let confidence: number | undefined
  const region = async (name: Parameters<EditContext['region']>[0]) => {
    const found = await findRegion(await original(), name)
    confidence = Math.min(confidence ?? Infinity, found.confidence)
    return found
  }
  const { mask, ...rest } = inputs
  const faces = async () => facesIn(await original())
  const note = (text: string) => notes.push(text)
  const context: EditContext = { ...rest, region, faces, note, ...(mask && { mask }) }
  const changed = await step.apply(edited, context)
  applied.edited = await within(step.scope, edited, changed, region)
  const result = applied.edited
  if (step.kind === 'pair' || (step.kind === 'frame' && isUntouched)) applied.original = async () => result
  else if (step.kind === 'frame') {
    // Some frames cost as much as the rest together, and mostly nobody asks for this one.
    let made: Promise<Picture> | undefined
    applied.original = () => (made ??= original().then((before) => step.apply(before, context)))
  }
  if (samePicture(applied.edited, edited)) notes.push('changed nothing')
  applied.done.push({
    operation: step.operation,
    description: step.description,
    parameters: step.parameters,
    scope: scopeText(step.scope),
    milliseconds: Math.round(performance.now() - started),
    notes: [...new Set(notes)],
    ...(confidence !== undefined && { confidence: Math.round(confidence * 100) / 100 }),
  })
}

/** A look that was meant for a part of the picture is seen there only. The mask is laid over everything at the end. */
async function within(
  scope: Scope,
  before: Picture,
  after: Picture,
  region: (name: Exclude<Scope, string>['region']) => Promise<Region>,
): Promise<Picture> {
  if (typeof scope === 'string') return after
  const { cover } = await region(scope.region)
  return blendBy(before, after, (at) => (scope.outside ? 1 - cover.data[at]! : cover.data[at]!))
}
