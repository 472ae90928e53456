import { readAxisText, writeAxisText } from '@/lib/models/axis-text'
import type { Model } from '@/lib/models/model'
import { findModel } from '@/lib/models/registry'
import { batchAxis } from '@/lib/models/batch'
import { inputOf, type ModelChoice, type RunInput } from '@/lib/models/run-input'
import type { Axis, AxisValue, RunPlan } from '@/lib/models/run-plan'
import { axisOfBatch, batchOfAxis } from './batch/form-batch'
import { isRandomSeed, seedRowOf, seedsFrom, withDrawnSeed } from './draw-seed'
import { masksIn } from './mask/picture-masks'
import {
  compactValues,
  modelsOf,
  mostAxes,
  mostSamples,
  noSweep,
  type FormAxis,
  type FormChoice,
  type PlaygroundValues,
} from './playground-values'
import { sweepableRows } from './sweep/sweepable-rows'

/** The values of one axis as the form has it, or why there are none. */
export type ReadAxis = { values: AxisValue[] } | { problem: string }

export function readAxis(
  models: readonly Model[],
  { parameter, text = '', values = [] }: FormAxis,
): ReadAxis {
  const found = sweepableRows(models).find(({ name }) => name === parameter)
  if (!found) return { problem: 'None of the chosen models can vary this. Remove it, or choose another.' }
  if (!found.options) return readAxisText(found.row, text)
  const ticked = found.options.map(({ value }) => value).filter((value) => values.includes(value))
  return ticked.length > 0 ? { values: ticked } : { problem: 'Tick the values to try.' }
}

/** Samples differ by their seeds, so that there are none beside seeds that are swept. */
export function samplesOf({ samples, axes }: PlaygroundValues['sweep']): number {
  return axes.some(({ parameter }) => parameter === 'seed') ? 1 : samples
}

/**
 * The plan the form stands for, as far as it can be read: an axis with a problem is left out. Seeds of samples that are
 * yet to be drawn are stood in for.
 */
export function planOf(values: PlaygroundValues): RunPlan {
  const batch = axisOfBatch(values.batch)
  const { input: given, choices } = compactValues(values)
  const { prompt: _none, ...unpaired } = given
  // An instruction that no picture gets is none of the run's.
  const input = batch?.paired ? unpaired : given
  const models = modelsOf(choices)
  const swept = values.sweep.axes.flatMap((axis): Axis[] => {
    const read = readAxis(models, axis)
    return 'values' in read ? [{ parameter: axis.parameter, values: read.values }] : []
  })
  const axes = [...(batch ? [batch] : []), ...swept]
  const samples = samplesOf(values.sweep)
  if (samples > 1) {
    const row = seedRowOf(models)
    const first = isRandomSeed(row, input.seed) || input.seed === undefined ? row.min : input.seed
    axes.push({ parameter: 'seed', values: seedsFrom(first, samples, row) })
  }
  const plan = { input, choices, ...(axes.length > 0 && { axes }) }
  return batchAxis(plan) ? withoutMasks(plan) : plan
}

/** A mask belongs to one picture: a batch takes none. */
function withoutMasks({ input, choices, ...rest }: RunPlan): RunPlan {
  const bare = <I extends Partial<RunInput>>({ mask: _mask, keepOutside: _keep, ...kept }: I) => kept
  return {
    ...rest,
    input: bare(input),
    choices: choices.map((choice) =>
      choice.override ? { ...choice, override: bare(choice.override) } : choice,
    ),
  }
}

/** The plan as it is run: a seed left to chance is drawn, and samples go on from it. */
export function planToRun(values: PlaygroundValues, random?: () => number): RunPlan {
  const input = withDrawnSeed(modelsOf(values.choices), compactValues(values).input, random)
  return planOf({ ...values, input })
}

/**
 * A plan as the form holds it: "change and run again". Models that are gone from the catalogue are left out; if none is
 * left there are no choices, and those of the form may stay.
 */
export function valuesOf({ input, choices, axes = [] }: RunPlan): PlaygroundValues {
  const known = choices.filter(({ modelId }) => findModel(modelId))
  const [only] = known
  const models = modelsOf(known)
  // A single model's own values are simply the values.
  const isSingle = only && known.length === 1
  const shared = isSingle ? inputOf(input, only) : input
  const { mask: _mask, ...rest } = shared
  const values: PlaygroundValues = {
    input: rest,
    masks: masksIn(shared, isSingle ? [] : known),
    choices: isSingle ? [{ modelId: only.modelId, values: only.values }] : known.map(formChoice),
    sweep: { ...noSweep, axes: [] },
  }
  for (const axis of axes) {
    if (axis.parameter === 'images') values.batch = batchOfAxis(axis)
    else if (isSamples(models, axis)) {
      values.sweep.samples = axis.values.length
      values.input.seed = Number(axis.values[0])
    } else if (values.sweep.axes.length < mostAxes) values.sweep.axes.push(formAxis(models, axis))
  }
  return values
}

function formChoice({ override, ...choice }: ModelChoice): FormChoice {
  const { mask: _mask, ...own } = override ?? {}
  return Object.keys(own).length > 0 ? { ...choice, override: own } : choice
}

/** Whether these seeds are what samples would be: one and those after it. */
function isSamples(models: readonly Model[], { parameter, values }: Axis): boolean {
  if (parameter !== 'seed' || values.length > mostSamples) return false
  const following = seedsFrom(Number(values[0]), values.length, seedRowOf(models))
  return values.every((value, index) => value === following[index])
}

function formAxis(models: readonly Model[], { parameter, values }: Axis): FormAxis {
  const found = sweepableRows(models).find(({ name }) => name === parameter)
  if (found?.options) return { parameter, values }
  return { parameter, text: found ? writeAxisText(found.row, values) : values.join(', ') }
}
