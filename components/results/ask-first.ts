import type { PlanCheck } from '@/lib/models/plan-check'
import type { RunPlan } from '@/lib/models/run-plan'
import { readAskAbove } from '@/components/parameter-form/run/ask-above'
import type { AskedRun } from '@/components/parameter-form/run/use-run'

/** Whether to pay for this: at once where it is within the person's limit, else once they have answered. */
export function isWanted(
  plan: RunPlan,
  check: PlanCheck,
  ask: (asked: AskedRun | undefined) => void,
): Promise<boolean> {
  const limit = readAskAbove()
  if (check.isFree || limit === undefined || check.cents <= limit) return Promise.resolve(true)
  return new Promise((resolve) => {
    const answer = (isWanted: boolean) => () => {
      ask(undefined)
      resolve(isWanted)
    }
    ask({ plan, check, confirm: answer(true), cancel: answer(false) })
  })
}
