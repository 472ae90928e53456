import 'server-only'
import { ProviderError, type ProviderErrorCode } from './provider-error'
import { speaksOfCredit, speaksOfInput, speaksOfModeration } from './words-meaning'

/** States in which a job ends without a result. Whatever is not listed here, and not "completed", is still running. */
const endedStatuses = ['failed', 'cancelled', 'canceled', 'aborted', 'timeout', 'deleted'] as const

/** How a provider's own status word is to be understood: documented and undocumented ones. */
export function jobState(status: string): 'completed' | 'ended' | 'running' {
  const word = status.trim().toLowerCase()
  if (word === 'completed') return 'completed'
  return (endedStatuses as readonly string[]).includes(word) ? 'ended' : 'running'
}

/** The error of a job that the provider took and that ended badly: the last word, and surely known. */
export function jobFailure(
  status: string,
  words: string | undefined,
  code?: ProviderErrorCode,
): ProviderError {
  return new ProviderError(code ?? codeOf(status.trim().toLowerCase(), words ?? ''), {
    accepted: 'no',
    transient: false,
    detail: words ?? `The job ended as "${status}".`,
  })
}

/** The error of a job that is done, paid for, and shows nothing. */
export function completedWithoutOutput(): ProviderError {
  return new ProviderError('protocol', {
    accepted: 'no',
    transient: false,
    detail: 'The job completed without an output that can be read.',
  })
}

function codeOf(status: string, words: string): ProviderErrorCode {
  // What is quoted is the person's own instruction: “add a credit card” says nothing about the account.
  const text = words.replace(/“[^”]*”/g, '')
  if (status === 'timeout') return 'timeout'
  if (status === 'deleted') return 'expired'
  if (speaksOfModeration(text)) return 'moderation'
  if (speaksOfCredit(text)) return 'credit'
  if (speaksOfInput(text)) return 'input-unreachable'
  return 'generation-failed'
}
