import type { EditContext } from '@/lib/sandbox/engine/operation'
import type { Picture } from '@/lib/sandbox/engine/picture'
import { LowConfidence } from '@/lib/sandbox/engine/regions/region'

/** What an operation is given beside its picture, where nothing is found unless the test says what. */
export function contextFor(picture: Picture, found: Partial<EditContext> = {}): EditContext {
  return {
    seed: 1,
    image: async () => picture,
    region: () => Promise.reject(new LowConfidence('Nothing was found.', 0)),
    faces: async () => [],
    note: () => undefined,
    ...found,
  }
}
