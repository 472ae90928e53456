import { z } from 'zod'
import { providerErrorCodes } from '@/lib/providers/provider-error'

/** Why a prediction failed: a provider's fault, or one of ours. */
export const failureSchema = z.object({
  code: z.enum([
    ...providerErrorCodes,
    /** An input picture is no longer in storage. */
    'picture-missing',
    /** The provider answered with something that is not a whole picture. */
    'output-unreadable',
    /** It would have passed a budget: not sent. */
    'over-budget',
    /** A fault in Diptych itself. */
    'internal',
  ]),
  /** The provider's own words, if it gave any. */
  detail: z.string().optional(),
  /** `no`: it was never accepted, or failed before it was sent. `maybe`: the provider had it. */
  billed: z.enum(['no', 'maybe']),
})
export type Failure = z.infer<typeof failureSchema>
export type FailureCode = Failure['code']

interface FailureText {
  /** What went wrong, for the person. */
  sentence: string
  /** What to do now. */
  advice: string
  /** Whether the same run can be expected to go better a second time. */
  worthRetrying: boolean
}

/** One table for every failure a person can meet. */
export const failureTexts: Record<FailureCode, FailureText> = {
  auth: {
    sentence: 'The provider did not accept the API key.',
    advice: 'Check the key in this server’s environment and restart it.',
    worthRetrying: false,
  },
  credit: {
    sentence: 'The account at the provider has no credit left.',
    advice: 'Top it up on the provider’s site, then run again.',
    worthRetrying: false,
  },
  moderation: {
    sentence: 'The provider’s content check refused the instruction or a picture.',
    advice: 'Change the wording or the picture.',
    worthRetrying: false,
  },
  'invalid-input': {
    sentence: 'The provider refused the request.',
    advice: 'Change what it names, or try another model.',
    worthRetrying: false,
  },
  'input-unreachable': {
    sentence: 'The provider could not fetch an input picture.',
    advice: 'Check that PUBLIC_URL is reachable from outside, then run again.',
    worthRetrying: true,
  },
  'rate-limited': {
    sentence: 'The provider takes no more requests from this account for now.',
    advice: 'Wait a minute, then run again.',
    worthRetrying: true,
  },
  unavailable: {
    sentence: 'The provider can’t be reached or is down.',
    advice: 'Run again later, or try another model.',
    worthRetrying: true,
  },
  timeout: {
    sentence: 'The provider did not finish in time.',
    advice: 'It may still finish there. Run again, or try another model.',
    worthRetrying: true,
  },
  expired: {
    sentence: 'The provider no longer has the result.',
    advice: 'Run again to make a new one.',
    worthRetrying: true,
  },
  'generation-failed': {
    sentence: 'The model failed on this input.',
    advice: 'Run again, or change the instruction.',
    worthRetrying: true,
  },
  protocol: {
    sentence: 'The provider gave an answer that can’t be understood.',
    advice: 'Run again; if it stays so, the provider has changed its API.',
    worthRetrying: true,
  },
  'picture-missing': {
    sentence: 'An input picture is no longer stored here.',
    advice: 'Put the picture in again.',
    worthRetrying: false,
  },
  'output-unreadable': {
    sentence: 'The provider’s answer is not a whole picture.',
    advice: 'Run again.',
    worthRetrying: true,
  },
  'over-budget': {
    sentence: 'Not run: a budget has no room for it.',
    advice: 'Raise the budget in the ledger, or wait for the next day or month; then run again.',
    worthRetrying: true,
  },
  internal: {
    sentence: 'Something went wrong inside Diptych.',
    advice: 'Run again; the server’s log says more.',
    worthRetrying: true,
  },
}

/** Whether the failed run may have cost something, as a sentence. */
export function billingSentence(billed: Failure['billed']): string {
  return billed === 'no' ? 'Nothing was charged.' : 'The provider may have charged for it.'
}
