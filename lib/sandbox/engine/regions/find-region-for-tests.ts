import { answerJobs } from '@/lib/threads/answer-jobs'
import { decodePicture } from '../picture'
import { findRegion } from './find-region'
import type { RegionName } from './region'

/** Finds a region in a thread of its own, as the engine does: what share of the picture it covers, or why there is none. */
answerJobs(async ({ picture, name }: { picture: Uint8Array; name: RegionName }) => {
  try {
    const { cover, confidence } = await findRegion(await decodePicture(picture), name)
    return { confidence, share: cover.data.reduce((sum, value) => sum + value, 0) / cover.data.length }
  } catch (error) {
    return { refused: (error as Error).message }
  }
})
