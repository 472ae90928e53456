import { pictureName } from './batch'
import { batchNotes } from './batch-notes'
import { priceOf } from './model'
import { preFlight, type PictureFacts, type PreFlightNote, type ProviderAccess } from './pre-flight'
import type { ProviderId } from './providers'
import { findModel } from './registry'
import { inputOf } from './run-input'
import { cellsOf, countCells, firstCells, mostCells, type Cell, type RunPlan } from './run-plan'

/** What a run's cells of one choice come to. */
export interface ChoiceCheck {
  count: number
  /** US cents by the price list, also on the sandbox. NaN where the values that make it are wrong. */
  cents: number
  /** Nothing is paid for these. */
  isFree: boolean
  /** Of all its cells, each once. */
  notes: PreFlightNote[]
}

export interface PlanCheck {
  /** Predictions in all. */
  count: number
  /** US cents that will really be billed. */
  cents: number
  /** Every prediction is made by the sandbox. */
  isFree: boolean
  /** In the order of the plan's choices. */
  choices: ChoiceCheck[]
}

/** What a run will cost and what each model will really get, told before anything is paid. */
export function checkPlan(
  plan: RunPlan,
  pictures: ReadonlyMap<string, PictureFacts>,
  access: Record<ProviderId, ProviderAccess>,
): PlanCheck {
  const count = countCells(plan)
  // Too many are refused anyway, and a slip in two axes would make thousands: then only the first are looked at.
  const isTooMany = count > mostCells(plan)
  const cells = isTooMany ? firstCells(plan) : cellsOf(plan)
  const choices = plan.choices.map((choice, index) =>
    checkCells(
      plan,
      cells.filter((cell) => cell.choice === index),
      pictures,
      access,
      isTooMany ? countCells({ ...plan, choices: [choice] }) : undefined,
    ),
  )
  const paid = choices.filter(({ isFree }) => !isFree)
  return {
    count,
    cents: paid.reduce((sum, { cents }) => sum + cents, 0),
    isFree: paid.length === 0,
    choices,
  }
}

/** @param count  of a run that is too large: then the cells given are not all, and the price is the first one's times it */
function checkCells(
  plan: RunPlan,
  cells: Cell[],
  pictures: ReadonlyMap<string, PictureFacts>,
  access: Record<ProviderId, ProviderAccess>,
  count = cells.length,
): ChoiceCheck {
  const notes: { picture: string; notes: PreFlightNote[] }[] = []
  const axis = plan.axes?.findIndex(({ parameter }) => parameter === 'images') ?? -1
  const batch = plan.axes?.[axis]
  let cents = 0
  let isFree = true
  for (const { request, at } of cells) {
    const model = findModel(request.modelId)
    if (!model) continue
    const reached = access[model.provider]
    isFree &&= reached.mode === 'sandbox'
    cents += priceOf(model, request.values)
    const told = preFlight(model, inputOf(plan.input, request), request.values, pictures, reached).notes
    notes.push({ picture: batch ? pictureName(batch, at[axis] ?? 0) : '', notes: told })
  }
  const perCell = cells.length === 0 ? 0 : cents / cells.length
  return {
    count,
    cents: count === cells.length ? cents : perCell * count,
    isFree,
    // Without a batch all cells are of the same picture, and each note is told once.
    notes: batchNotes(notes),
  }
}
