import 'server-only'
import type { Model, ModelValues } from '@/lib/models/model'
import { findModel } from '@/lib/models/registry'
import { mergeSpellings } from '@/lib/models/request-body'
import { inputOf, joinValues, type ModelChoice, type RunInput } from '@/lib/models/run-input'
import { cellsOf, countCells, mostCells, type RunPlan } from '@/lib/models/run-plan'
import { schemaFor } from '@/lib/models/schema'
import { checkAxes } from './check-axes'
import { RunRefused, type RunIssue } from './run-refused'

export interface CheckedCell {
  /** Index into the plan's choices. */
  choice: number
  model: Model
  /** The shared values as this cell gets them. */
  input: RunInput
  /** Complete and checked. */
  values: ModelValues
}

/** Every cell of a plan with its model and values; throws `RunRefused` with the issues of all of them. */
export function checkCells(plan: RunPlan): CheckedCell[] {
  checkAxes(plan)
  const count = countCells(plan)
  const most = mostCells(plan)
  if (count > most)
    throw new RunRefused(
      'invalid-input',
      `This would be ${count} predictions; one run takes at most ${most}. Try fewer values or models.`,
    )
  const issues: RunIssue[] = []
  const checked = cellsOf(plan).flatMap(({ choice, request: cell }): CheckedCell[] => {
    const { model, values, issues: own } = checkCell(plan, cell, choice)
    issues.push(...own.filter((issue) => !issues.some((known) => isSame(known, issue))))
    const input = inputOf(plan.input, cell)
    return values ? [{ choice, model, input, values }] : []
  })
  if (issues.length === 0) return checked
  // What several models say in the same words of the shared input is said once.
  const sentences = new Set(issues.map(({ message }) => message))
  throw new RunRefused('invalid-input', [...sentences].join(' '), issues)
}

/** The cells of one choice mostly complain of the same thing. */
function isSame(first: RunIssue, second: RunIssue): boolean {
  return first.choice === second.choice && first.path === second.path && first.message === second.message
}

function checkCell(
  plan: RunPlan,
  cell: ModelChoice,
  choice: number,
): { model: Model; values?: ModelValues; issues: RunIssue[] } {
  const model = findModel(cell.modelId)
  if (!model)
    throw new RunRefused(
      'unknown-model',
      `There is no model "${cell.modelId}" here. GET /api/v1/models lists them.`,
    )
  const values = joinValues(model, inputOf(plan.input, cell), cell.values)
  const parsed = schemaFor(model).safeParse(mergeSpellings(model, values))
  if (parsed.success) return { model, values: parsed.data, issues: [] }
  const issues = parsed.error.issues.map(({ path, message }) => ({ choice, path: path.join('.'), message }))
  return { model, issues }
}
