import 'server-only'
import type { EditContext } from '@/lib/sandbox/engine/operation'
import type { Plane } from '@/lib/sandbox/engine/pixels/float-picture'
import { LowConfidence } from '@/lib/sandbox/engine/regions/region'

/** A cover less what is skin, so that a colour never spills onto a face. */
export async function withoutSkin(cover: Plane, context: EditContext): Promise<Plane> {
  try {
    const skin = await context.region('skin')
    const data = cover.data.map((value, at) => value * (1 - skin.cover.data[at]!))
    return { ...cover, data }
  } catch (error) {
    if (error instanceof LowConfidence) return cover
    throw error
  }
}
