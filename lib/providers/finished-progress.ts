import 'server-only'
import type { OwnAddress } from './own-address'
import type { Progress } from './provider'
import { readOutputs } from './read-outputs'

/** A completed job as Progress; undefined if it holds no output that can be read. */
export function finishedProgress(
  outputs: unknown,
  address: OwnAddress,
  more: { costCents?: number; warnings?: string[] } = {},
): Extract<Progress, { state: 'finished' }> | undefined {
  const read = readOutputs(outputs, address)
  if (read.outputs.length === 0) return undefined
  const warnings = [...(more.warnings ?? [])]
  if (read.unreadable > 0)
    warnings.push(
      `${read.unreadable} more ${read.unreadable === 1 ? 'output' : 'outputs'} could not be read.`,
    )
  return {
    state: 'finished',
    outputs: read.outputs,
    costCents: more.costCents,
    warnings: warnings.length > 0 ? warnings : undefined,
  }
}
