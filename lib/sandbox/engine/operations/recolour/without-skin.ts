import 'server-only'
import type { EditContext } from '../../operation'
import type { Plane } from '../../pixels/float-picture'
import { LowConfidence } from '../../regions/region'

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
