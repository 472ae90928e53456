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
  /**
   * Puts the instruction of a shipped picture and a model in place of what is there, at once: what is typed from then
   * on stays. The picture follows when it is stored.
   * @returns the stored picture
   * @throws {Error} with a sentence for the person when it could not be stored; the form shows it too, to try again
   */
  startFromSample: (sample: Sample, modelId: string) => Promise<Asset>
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
        startFromSample: async (sample, modelId) => {
          if (!handle.current) throw new Error('The form is not there yet. Try again.')
          return handle.current.startFromSample(sample, modelId)
        },
      },
    [handle],
  )
}

/** For the form itself: where it hangs its handle. */
export function usePlaygroundFormRef(): RefObject<PlaygroundFormHandle | null> | undefined {
  return use(HandleContext)
}
