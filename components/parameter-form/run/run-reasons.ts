import type { Model } from '@/lib/models/model'
import type { PreFlight } from '@/lib/models/pre-flight'
import { joinValues } from '@/lib/models/run-input'
import { missingRows, type FieldProblem } from '../field-problems'
import type { Upload } from '../pictures/upload-queue'
import { compactValues, type PlaygroundValues } from '../playground-values'

/** Why it can't run now; with a path, where to put it right. */
export interface RunReason {
  text: string
  path?: string
}

/** Every reason at once, so that nobody has to find them one after the other. Empty: it can run. */
export function runReasons(state: {
  model: Model
  values: PlaygroundValues
  problems: readonly FieldProblem[]
  uploads: readonly Pick<Upload, 'name' | 'state'>[]
  preFlight: PreFlight
}): RunReason[] {
  const { input, choice } = compactValues(state.values)
  const missing = missingRows(state.model, joinValues(state.model, input, choice.values))
  const others = state.problems.filter(({ path }) => !missing.some((problem) => problem.path === path))
  const reasons: RunReason[] = [...missing, ...others].map(({ path, message }) => ({ path, text: message }))

  const sending = state.uploads.filter((upload) => upload.state !== 'failed').length
  if (sending > 0)
    reasons.push({
      text: sending === 1 ? 'A picture is still uploading.' : `${sending} pictures are still uploading.`,
    })
  for (const upload of state.uploads)
    if (upload.state === 'failed')
      reasons.push({ text: `${upload.name} could not be added: try again or dismiss it.` })

  for (const note of state.preFlight.notes) if (note.level === 'blocked') reasons.push({ text: note.text })
  return reasons
}
