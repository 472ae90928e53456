'use client'
import { useMemo, useSyncExternalStore } from 'react'
import { checkPlan, type PlanCheck } from '@/lib/models/plan-check'
import type { RunPlan } from '@/lib/models/run-plan'
import { useFormContextValue } from './form-context'
import { useFactsWithAreas } from './mask/painted-areas'
import { planOf } from './plan-of-values'
import type { PlaygroundValues } from './playground-values'

/** All values, for what depends on more than one; draws again at every change. */
export function usePlaygroundValues(): PlaygroundValues {
  const { values } = useFormContextValue()
  return useSyncExternalStore(values.subscribe, values.snapshot, values.snapshot)
}

/** What follows from all values; draws again only when that changes. It must not be an object. */
export function useFromValues<T extends string | number | boolean>(
  select: (values: PlaygroundValues) => T,
): T {
  const { values } = useFormContextValue()
  const read = () => select(values.snapshot())
  return useSyncExternalStore(values.subscribe, read, read)
}

/** The run as the form stands now, and what it comes to. */
export function usePlan(): { plan: RunPlan; check: PlanCheck } {
  const { providerAccess } = useFormContextValue()
  const values = usePlaygroundValues()
  const pictures = useFactsWithAreas(values.masks)
  return useMemo(() => {
    const plan = planOf(values)
    return { plan, check: checkPlan(plan, pictures, providerAccess) }
  }, [values, pictures, providerAccess])
}
