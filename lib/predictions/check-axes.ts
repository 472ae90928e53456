import 'server-only'
import { batchAxis } from '@/lib/models/batch'
import { findModel } from '@/lib/models/registry'
import { sweptRow, type Axis, type AxisValues, type RunPlan } from '@/lib/models/run-plan'
import { isPictureRow } from './pictures-in'
import { RunRefused } from './run-refused'

/** Refuses what can't be varied, or not in this way; throws `RunRefused`. What the values are is the models' to say. */
export function checkAxes(plan: RunPlan): void {
  const { choices, axes = [] } = plan
  const varied: AxisValues[] = axes.flatMap((axis) => [axis, ...(axis.paired ? [axis.paired] : [])])
  const names = varied.map(({ parameter }) => parameter)
  // The second would overwrite the first, and the board's headings would lie.
  if (new Set(names).size < names.length) throw refused('Each parameter can be varied only once.')
  for (const axis of axes) checkPairs(axis)
  for (const { modelId } of choices) {
    const model = findModel(modelId)
    const row = model && names.map((name) => sweptRow(model, name)).find((one) => one && isPictureRow(one))
    if (row && row.role !== 'images')
      throw refused('Only “images” can be varied of what is a picture: one picture for each value.')
  }
  const batch = batchAxis(plan)
  if (batch) checkBatch(plan, batch)
}

function checkPairs({ values, paired, names }: Axis): void {
  if (paired?.parameter === 'images') throw refused('Pictures can’t go along with another parameter.')
  if (paired && paired.values.length !== values.length)
    throw refused(
      `There are ${values.length} values and ${paired.values.length} to go along with them. Give one for each.`,
    )
  if (names && names.length !== values.length)
    throw refused(`There are ${values.length} values and ${names.length} names. Give one name for each.`)
}

function checkBatch({ input, choices }: RunPlan, { values }: Axis): void {
  if (values.some((value) => typeof value !== 'string' || value === ''))
    throw refused('Each value of “images” must name one picture.')
  const masks = [input, ...choices.map(({ override }) => override ?? {})].map(({ mask }) => mask)
  const own = choices.flatMap(({ modelId, values: given }) =>
    (findModel(modelId)?.parameters ?? []).map((row) => row.kind === 'mask' && given[row.name]),
  )
  if ([...masks, ...own].some(Boolean))
    throw refused('A mask belongs to one picture. Leave it out of a batch, or run its picture alone.')
}

function refused(sentence: string): RunRefused {
  return new RunRefused('invalid-input', sentence)
}
