'use client'

import { createContext, use } from 'react'
import type { Asset } from '@/lib/assets/asset'
import type { PredictionView } from '@/lib/predictions/view'

/** What a result can set going; the run's page knows how. All stay the same functions while the page lives. */
export interface RunActions {
  /** @returns what went wrong with asking for it, as a sentence; nothing when the server took it */
  cancel(predictionId: string): Promise<string | undefined>
  /** Cancels all that is not finished. @returns what that came to, or what went wrong with asking for it */
  cancelAll(): Promise<string | undefined>
  /** The same cell once more, in its place. @returns what went wrong with asking for it */
  tryAgain(prediction: PredictionView): Promise<string | undefined>
  /**
   * The same for all that failed or was canceled; first asks, where it is dearer than the person's limit.
   * @returns what went wrong with asking for it
   */
  tryRestAgain(): Promise<string | undefined>
  /** Shown at once; said if the server did not keep it. */
  setMark(prediction: PredictionView, mark: PredictionView['mark']): void
  /** The same model and input again, with a new seed: a new run. */
  runAgain(prediction: PredictionView): void
  /** Brings the run's whole input back into the form. */
  editAgain(): void
  /** Puts a result into the form as the input picture. */
  editResult(asset: Asset): void
}

export const RunActionsContext = createContext<RunActions | undefined>(undefined)

export function useRunActions(): RunActions {
  const actions = use(RunActionsContext)
  if (!actions) throw new Error('A result is shown inside <RunResults>.')
  return actions
}
