import { isSharedRole, type Parameter } from './parameter'
import type { Model } from './model'
import { findModel } from './registry'
import type { ModelChoice, RunInput } from './run-input'

/** More than this is no longer looked at side by side. */
const mostOnABoard = 64

/** A batch is worked off rather than compared: its board is scrolled through, a picture at a time. */
const mostOfABatch = 256

/** How many predictions a run may have. */
export function mostCells({ axes = [] }: Pick<RunPlan, 'axes'>): number {
  return axes.some(({ parameter }) => parameter === 'images') ? mostOfABatch : mostOnABoard
}

export type AxisValue = string | number | boolean

/** A swept parameter: every value is tried with every other. Samples are an axis of seeds. */
export interface Axis extends AxisValues {
  /** Changes along with it, value by value: the instruction of each picture of a batch. */
  paired?: AxisValues
  /** Along `images`: what the file of each picture was called. Results are named after it. */
  names?: string[]
}

export interface AxisValues {
  /** The role of a shared value (`prompt`, `seed`, `images`), else the parameter's name in the tables. */
  parameter: string
  /** Along `images` each is one picture; it comes first, and the run's own pictures follow. */
  values: AxisValue[]
}

/** Everything a run was asked for: one input, the models, and what is varied. The playground's form fills in no more. */
export interface RunPlan {
  input: RunInput
  choices: ModelChoice[]
  axes?: Axis[]
}

/** One prediction of a run: its place on the board, and what its model is given. */
export interface Cell {
  /** Index into the plan's choices. */
  choice: number
  /** For each axis the index of the value; null where this model has no such parameter. */
  at: (number | null)[]
  /** The choice with this cell's values put in. */
  request: ModelChoice
}

/**
 * The cells of a run in the order of its predictions: by choice, then by axis, the last axis quickest. A model without
 * a swept parameter is run once and not for every value; only seeds repeat it, since samples of it are wanted all the
 * same. A choice whose model is unknown has its cells too, so that what refuses it can say so.
 */
export function cellsOf({ choices, axes = [], input }: Cells): Cell[] {
  return choices.flatMap((choice, index) => {
    const model = findModel(choice.modelId)
    let cells: Cell[] = [{ choice: index, at: [], request: choice }]
    for (const axis of axes) cells = cells.flatMap((cell) => alongAxis(cell, axis, model, input))
    return cells
  })
}

/** One cell of each choice, with the first value of every axis: what is looked at of a run that is too large. */
export function firstCells({ choices, axes = [], input }: Cells): Cell[] {
  const first = <V extends AxisValues>(some: V): V => ({ ...some, values: some.values.slice(0, 1) })
  const narrow = axes.map(({ paired, ...axis }): Axis => ({
    ...first(axis),
    ...(paired && { paired: first(paired) }),
  }))
  return cellsOf({ choices, axes: narrow, input })
}

/** How many cells `cellsOf` would make, without making them: a mistyped range may stand for millions. */
export function countCells({ choices, axes = [] }: Cells): number {
  return choices.reduce((sum, { modelId }) => {
    const model = findModel(modelId)
    const along = (axis: Axis) => (repeats(axis, takenOf(axis, model)) ? axis.values.length : 1)
    return sum + axes.reduce((product, axis) => product * along(axis), 1)
  }, 0)
}

type Cells = Pick<RunPlan, 'choices' | 'axes'> & Partial<Pick<RunPlan, 'input'>>

function alongAxis(cell: Cell, axis: Axis, model: Model | undefined, input: RunInput | undefined): Cell[] {
  const taken = takenOf(axis, model)
  if (!repeats(axis, taken)) return [{ ...cell, at: [...cell.at, null] }]
  return axis.values.map((_, index) => ({
    choice: cell.choice,
    at: [...cell.at, index],
    request: taken.reduce((request, values) => withValue(request, model, values, index, input), cell.request),
  }))
}

/** What of an axis a model has a parameter for. */
function takenOf(axis: Axis, model: Model | undefined): AxisValues[] {
  const values: AxisValues[] = axis.paired ? [axis, axis.paired] : [axis]
  return values.filter(({ parameter }) => model && sweptRow(model, parameter) !== undefined)
}

/** Whether there is a cell for each value of an axis, given what of it the model takes. */
function repeats(axis: Axis, taken: AxisValues[]): boolean {
  return taken.length > 0 || axis.parameter === 'seed'
}

function withValue(
  choice: ModelChoice,
  model: Model | undefined,
  { parameter, values }: AxisValues,
  index: number,
  input: RunInput | undefined,
): ModelChoice {
  const row = model && sweptRow(model, parameter)
  const value = values[index]
  if (!row || value === undefined) return choice
  if (!isSharedRole(row.role)) return { ...choice, values: { ...choice.values, [row.name]: value } }
  const others = choice.override?.images ?? input?.images ?? []
  const shared = row.role === 'images' ? [value, ...others] : value
  return { ...choice, override: { ...choice.override, [row.role]: shared } }
}

/** The row of a model that an axis varies, if the model has one. */
export function sweptRow(model: Model, parameter: string): Parameter | undefined {
  return model.parameters.find((row) => sweptName(row) === parameter)
}

/** By what name a row is swept: its role where the value is shared, so that it means the same to all models. */
export function sweptName(row: Parameter): string {
  return isSharedRole(row.role) ? row.role : row.name
}
