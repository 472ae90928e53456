import type { PlanCheck } from '@/lib/models/plan-check'
import type { RunPlan } from '@/lib/models/run-plan'
import { readAskAbove } from '@/components/parameter-form/run/ask-above'
import type { AskedRun } from '@/components/parameter-form/run/use-run'

/**
 * Whether to pay for this: at once where it is within the person's limit, else once they have answered.
 *
 * @param runId of the run in which something is tried again; without it a new one is made
 */
export function isWanted(
  plan: RunPlan,
  check: PlanCheck,
  ask: (asked: AskedRun | undefined) => void,
  runId?: string,
): Promise<boolean> {
  const limit = readAskAbove()
  if (check.isFree || limit === undefined || check.cents <= limit) return Promise.resolve(true)
  return new Promise((resolve) => {
    const answer = (isWanted: boolean) => () => {
      ask(undefined)
      resolve(isWanted)
    }
    ask({ plan, check, runId, confirm: answer(true), cancel: answer(false) })
  })
}
