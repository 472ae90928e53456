import 'server-only'
import { readMaskPixels } from '@/lib/assets/apply-edits-read'
import { sharp } from '@/lib/assets/sharp-settings'
import { composeAnswer, type Composed } from '@/lib/reframe/compose-answer'
import type { Reframe } from '@/lib/models/plan-reframe'
import { answerJobs } from '@/lib/threads/answer-jobs'
import { decodePixels } from './decoded'

/** Stored files, and how they belong together. */
export interface ComposeJob {
  original: Uint8Array
  answer: Uint8Array
  mask?: Uint8Array
  reframe: Reframe
  hasAlpha: boolean
}

export interface ComposeOutput {
  composed: Composed
  /** PNG, so that what was kept is kept bit for bit; absent where it was refused. */
  bytes?: Uint8Array<ArrayBuffer>
}

/** Puts an answer back, in a thread: twelve megapixels take a second or two. */
answerJobs(async ({ original, answer, mask, reframe, hasAlpha }: ComposeJob): Promise<ComposeOutput> => {
  const picture = await decodePixels(original)
  const weights = mask && (await readMaskPixels(mask))
  const composed = composeAnswer(picture, await decodePixels(answer), reframe, weights)
  if (composed.state === 'refused') return { composed }
  const { width, height, data } = picture
  const image = sharp(data, { raw: { width, height, channels: 4 } })
  const png = await (hasAlpha ? image : image.removeAlpha()).png({ compressionLevel: 6 }).toBuffer()
  return { composed, bytes: new Uint8Array(png) }
})
