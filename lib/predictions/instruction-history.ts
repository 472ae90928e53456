import 'server-only'
import type { Run } from './run'

/** An instruction that was run, with its last run. */
export interface EarlierInstruction {
  text: string
  /** Epoch milliseconds. */
  usedAt: number
  runId: string
}

/** The instructions of all runs. */
export interface InstructionHistory {
  /**
   * Newest first, each text once; with `search`, only those that contain it in any case. Looks at the newest few
   * thousand runs.
   */
  recent(limit: number, search?: string): Promise<EarlierInstruction[]>
}

/** Every instruction of a run, in its order: the shared one, those of single models, and those that were swept. */
export function instructionsOf({
  input,
  choices,
  axes = [],
}: Pick<Run, 'input' | 'choices' | 'axes'>): string[] {
  const swept = axes.flatMap((axis) => [axis, ...(axis.paired ? [axis.paired] : [])])
  const texts = [
    input.prompt,
    ...choices.map(({ override }) => override?.prompt),
    ...swept.flatMap(({ parameter, values }) => (parameter === 'prompt' ? values.map(String) : [])),
  ]
  return [...new Set(texts.flatMap((text) => (text?.trim() ? [text] : [])))]
}
