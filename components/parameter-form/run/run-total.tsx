'use client'
import { labelOf } from '@/lib/models/parameter'
import type { PlanCheck } from '@/lib/models/plan-check'
import { sweptRow, type RunPlan } from '@/lib/models/run-plan'
import { modelsOf } from '../playground-values'
import { AskAboveSetting } from './ask-above-setting'
import { runPrice } from './price-label'

/** What the number on the button is made of, and the limit above which a run asks. */
export function RunTotal({ plan, check }: { plan: RunPlan; check: PlanCheck }) {
  const isMixed = !check.isFree && check.choices.some(({ isFree }) => isFree)
  return (
    <div className="space-y-1 text-xs text-muted empty:hidden">
      {/* Of models alone the button says it all. */}
      {plan.axes || isMixed ? <p role="status">{totalSentence(plan, check)}</p> : null}
      {check.isFree ? null : <AskAboveSetting />}
    </div>
  )
}

/** "5 models, 3 samples each, 3 values of strength: 21 predictions, 3 of them free (sandbox) · $1.23" */
export function totalSentence({ choices, axes = [] }: RunPlan, check: PlanCheck): string {
  const models = modelsOf(choices)
  const factors = axes.map(({ parameter, values }) => {
    if (parameter === 'seed') return `${values.length} ${values.length === 1 ? 'seed' : 'samples each'}`
    if (parameter === 'images') return values.length === 1 ? '1 picture' : `${values.length} pictures`
    const row = models.flatMap((model) => sweptRow(model, parameter) ?? [])[0]
    const label = row ? labelOf(row).toLowerCase() : parameter
    return `${values.length} ${values.length === 1 ? 'value' : 'values'} of ${label}`
  })
  const made = [choices.length === 1 ? '1 model' : `${choices.length} models`, ...factors].join(', ')
  const free = check.choices.reduce((sum, { isFree, count }) => sum + (isFree ? count : 0), 0)
  const some = free > 0 && free < check.count ? `, ${free} of them free (sandbox)` : ''
  const price = runPrice(check)
  const count = check.count === 1 ? '1 prediction' : `${check.count.toLocaleString('en')} predictions`
  return `${made}: ${count}${some}${price ? ` · ${price}` : ''}`
}
