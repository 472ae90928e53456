import { priceOf } from '@/lib/models/model'
import type { PlanCheck } from '@/lib/models/plan-check'
import { findModel } from '@/lib/models/registry'
import { cellsOf, type RunPlan } from '@/lib/models/run-plan'
import type { PredictionView, RunView } from '@/lib/predictions/view'

/** Whether a cell is among those that are tried again together: not where it may have been paid already. */
export function cameToNothing({ state, sandbox }: PredictionView): boolean {
  return state === 'failed' || state === 'canceled' || (state === 'unconfirmed' && sandbox)
}

/** What trying them again comes to, by price list: a run of these cells alone. */
export function restOf(
  run: Pick<RunView, 'input' | 'choices' | 'axes'>,
  predictions: readonly PredictionView[],
): { plan: RunPlan; check: PlanCheck } {
  const cells = cellsOf(run)
  const partOf = (some: readonly PredictionView[]) => {
    const paid = some.filter(({ sandbox }) => !sandbox)
    const cents = paid.reduce((sum, { modelId, position }) => {
      const model = findModel(modelId)
      return sum + (model ? priceOf(model, cells[position]?.request.values ?? {}) : 0)
    }, 0)
    return { count: some.length, cents, isFree: paid.length === 0 }
  }
  const rest = predictions.filter(cameToNothing)
  const left = run.choices.flatMap((choice, index) => {
    const part = partOf(rest.filter(({ position }) => cells[position]?.choice === index))
    return part.count > 0 ? [{ choice, check: { ...part, notes: [] } }] : []
  })
  return {
    plan: { input: run.input, choices: left.map(({ choice }) => choice) },
    check: { ...partOf(rest), choices: left.map(({ check }) => check) },
  }
}
