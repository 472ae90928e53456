'use client'
import { createContext, use, useMemo, useRef, type ReactNode, type RefObject } from 'react'
import type { Asset } from '@/lib/assets/asset'
import type { RunPlan } from '@/lib/models/run-plan'
import type { Sample } from '@/lib/samples'

/** What the rest of the page may do to the form. */
export interface PlaygroundFormHandle {
  /** Replaces everything: "run again with changes". The pictures are those the plan refers to, masks too. */
  fill: (plan: RunPlan, pictures: readonly Asset[]) => void
  /** Makes one picture the whole input and keeps instruction and settings: "use as input". */
  useAsInput: (picture: Asset) => void
  /** Puts in a shipped picture and the instruction that suits it, in place of what is there. */
  startFromSample: (sample: Sample) => void
}

const HandleContext = createContext<RefObject<PlaygroundFormHandle | null> | undefined>(undefined)

/** Stands around the form and everything that fills it, in the layout that both share. */
export function PlaygroundFormProvider({ children }: { children: ReactNode }) {
  const handle = useRef<PlaygroundFormHandle>(null)
  return <HandleContext value={handle}>{children}</HandleContext>
}

/** Fills the form from anywhere below the provider; undefined where no form is near, e.g. in the library. */
export function usePlaygroundForm(): PlaygroundFormHandle | undefined {
  const handle = use(HandleContext)
  return useMemo(
    () =>
      handle && {
        fill: (plan, pictures) => handle.current?.fill(plan, pictures),
        useAsInput: (picture) => handle.current?.useAsInput(picture),
        startFromSample: (sample) => handle.current?.startFromSample(sample),
      },
    [handle],
  )
}

/** For the form itself: where it hangs its handle. */
export function usePlaygroundFormRef(): RefObject<PlaygroundFormHandle | null> | undefined {
  return use(HandleContext)
}
