import { cellsOf, type Axis, type RunPlan } from './run-plan'

/** The axis of a batch: many pictures, each on its own. */
export function batchAxis({ axes = [] }: Pick<RunPlan, 'axes'>): Axis | undefined {
  return axes.find(({ parameter }) => parameter === 'images')
}

/** What each picture of a batch is called: its file's name where that is known, else its number. */
export function pictureName({ names }: Pick<Axis, 'names'>, index: number): string {
  return names?.[index] || `picture ${index + 1}`
}

/** For each cell of a run, by position, which picture of the batch it was given; undefined where it was given none. */
export function batchPlaces(plan: Parameters<typeof cellsOf>[0]): (number | undefined)[] {
  const axis = plan.axes?.findIndex(({ parameter }) => parameter === 'images') ?? -1
  return axis < 0 ? [] : cellsOf(plan).map(({ at }) => at[axis] ?? undefined)
}

/** What a run is called: its instruction, or of a batch with one for each picture how many there are. */
export function runTitle(plan: Pick<RunPlan, 'input' | 'axes'>): string | undefined {
  const batch = batchAxis(plan)
  if (batch?.paired?.parameter !== 'prompt') return plan.input.prompt
  const [first, ...others] = batch.paired.values.map(String)
  return others.length === 0 ? first : `${batch.values.length} pictures, each with its own instruction`
}
