import 'server-only'
import type { AssetLibrary } from '@/lib/assets/asset-library'
import type { Lifecycle } from '@/lib/predictions/lifecycle'
import { createWorkThread } from '@/lib/threads/work-thread'
import type { ComposeJob, ComposeOutput } from './compose-thread'

export interface Composer {
  compose: Lifecycle['compose']
  close(): Promise<void>
}

const unaligned =
  'The answer could not be matched with the original, so it was put back as it came: look at the seam.'

/** Puts answers back into the pictures they were made from, in a thread of its own. */
export function createComposer(library: AssetLibrary): Composer {
  const thread = createWorkThread<ComposeJob, ComposeOutput>('lib/composition/compose-thread.ts')
  return {
    async compose({ picture, mask, reframe }, answer, signal) {
      const original = await library.get(picture)
      const [originalBytes, answerBytes, maskBytes] = await Promise.all(
        [picture, answer.id, mask].map((id) => id && library.read(id)),
      )
      if (!original || !originalBytes || !answerBytes || (mask && !maskBytes))
        return { refused: 'The original picture is no longer stored, so the answer is shown as it came.' }
      const job = {
        original: originalBytes,
        answer: answerBytes,
        reframe,
        hasAlpha: original.hasAlpha,
        ...(maskBytes && { mask: maskBytes }),
      }
      const { composed, bytes } = await thread.run(job, signal)
      if (composed.state === 'refused')
        return { refused: `${composed.reason} It could not be put back and is shown as it came.` }
      if (!bytes) throw new Error('The thread composed a picture and sent none.')
      const asset = await library.addOutput(bytes)
      return composed.alignment.state === 'found' ? { asset } : { asset, warning: unaligned }
    },
    close: () => thread.close(),
  }
}
