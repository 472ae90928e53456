import { priceOf } from '@/lib/models/model'
import type { PlanCheck } from '@/lib/models/plan-check'
import { findModel } from '@/lib/models/registry'
import { cellsOf, type RunPlan } from '@/lib/models/run-plan'
import type { PredictionView, RunView } from '@/lib/predictions/view'

/** Whether a cell is among those that are tried again together: not where it may have been paid already. */
export function cameToNothing({ state, sandbox }: PredictionView): boolean {
  return state === 'failed' || state === 'canceled' || (state === 'unconfirmed' && sandbox)
}

/** What trying them again comes to, by price list: the run as far as it is left. */
export function restOf(
  run: Pick<RunView, 'input' | 'choices' | 'axes'>,
  predictions: readonly PredictionView[],
): { plan: RunPlan; check: PlanCheck } {
  const cells = cellsOf(run)
  const rest = predictions.filter(cameToNothing)
  const partOf = (some: readonly PredictionView[]) => {
    const paid = some.filter(({ sandbox }) => !sandbox)
    const cents = paid.reduce((sum, { modelId, position }) => {
      const model = findModel(modelId)
      return sum + (model ? priceOf(model, cells[position]?.request.values ?? {}) : 0)
    }, 0)
    return { count: some.length, cents, isFree: paid.length === 0, notes: [] }
  }
  const choices = run.choices.map((_, choice) =>
    partOf(rest.filter(({ position }) => cells[position]?.choice === choice)),
  )
  const { notes: _none, ...all } = partOf(rest)
  const { input, axes } = run
  return { plan: { input, choices: run.choices, axes }, check: { ...all, choices } }
}
