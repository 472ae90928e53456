import 'server-only'
import { PictureRefused } from '@/lib/assets/picture-refused'
import type { Progress } from '@/lib/providers/provider'
import { failed } from './failed'
import { insist } from './insist'
import type { Held, Lifecycle } from './lifecycle'
import type { InState, Prediction, PredictionIn } from './prediction'

/**
 * The provider is done: → storing. Outputs that came inline are kept before the state changes, because nobody can ask
 * for them again; the others are noted as URLs.
 */
export async function stageOutputs(
  lifecycle: Lifecycle,
  held: Held<PredictionIn<'submitting' | 'running'>>,
  progress: Extract<Progress, { state: 'finished' }>,
): Promise<Prediction | undefined> {
  const { submittedAt } = held.prediction.status
  const providerDoneAt = lifecycle.now()
  const outputs: InState<'storing'>['outputs'] = []
  for (const output of progress.outputs) {
    if ('url' in output) outputs.push({ url: output.url })
    else {
      const asset = await insist(lifecycle, () => lifecycle.addOutput(output.bytes), isRefused).catch(
        (error: unknown) => {
          lifecycle.log('an inline output could not be kept', error)
          return undefined
        },
      )
      if (asset) outputs.push({ asset })
    }
  }
  if (outputs.length === 0)
    return lifecycle.move(held, failed(lifecycle, 'output-unreadable', 'maybe', undefined, submittedAt))
  const lost = progress.outputs.length - outputs.length
  const warnings = [...(progress.warnings ?? []), ...(lost > 0 ? [lostOutputs(lost)] : [])]
  const { costCents } = progress
  return insist(lifecycle, () =>
    lifecycle.move(held, { state: 'storing', submittedAt, providerDoneAt, costCents, warnings, outputs }),
  )
}

function isRefused(error: unknown): boolean {
  return error instanceof PictureRefused
}

/** Said with a result of several pictures of which some could not be kept. */
export function lostOutputs(count: number): string {
  return count === 1 ? 'One more picture could not be read.' : `${count} more pictures could not be read.`
}
