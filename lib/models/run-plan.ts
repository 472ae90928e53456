import { isSharedRole, type Parameter } from './parameter'
import type { Model } from './model'
import { findModel } from './registry'
import type { ModelChoice, RunInput } from './run-input'

/** More than this is no longer looked at side by side. */
export const mostCells = 64

export type AxisValue = string | number | boolean

/** A swept parameter: every value is tried with every other. Samples are an axis of seeds. */
export interface Axis {
  /** The role of a shared value (`prompt`, `seed`), else the parameter's name in the tables. */
  parameter: string
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
export function cellsOf({ choices, axes = [] }: Pick<RunPlan, 'choices' | 'axes'>): Cell[] {
  return choices.flatMap((choice, index) => {
    const model = findModel(choice.modelId)
    let cells: Cell[] = [{ choice: index, at: [], request: choice }]
    for (const axis of axes) cells = cells.flatMap((cell) => alongAxis(cell, axis, model))
    return cells
  })
}

function alongAxis(cell: Cell, axis: Axis, model: Model | undefined): Cell[] {
  const row = model && sweptRow(model, axis.parameter)
  if (!row && axis.parameter !== 'seed') return [{ ...cell, at: [...cell.at, null] }]
  return axis.values.map((value, index) => ({
    choice: cell.choice,
    at: [...cell.at, index],
    request: row ? withValue(cell.request, row, value) : cell.request,
  }))
}

function withValue(choice: ModelChoice, row: Parameter, value: AxisValue): ModelChoice {
  return isSharedRole(row.role)
    ? { ...choice, override: { ...choice.override, [row.role]: value } }
    : { ...choice, values: { ...choice.values, [row.name]: value } }
}

/** The row of a model that an axis varies, if the model has one. */
export function sweptRow(model: Model, parameter: string): Parameter | undefined {
  return model.parameters.find((row) => sweptName(row) === parameter)
}

/** By what name a row is swept: its role where the value is shared, so that it means the same to all models. */
export function sweptName(row: Parameter): string {
  return isSharedRole(row.role) ? row.role : row.name
}
