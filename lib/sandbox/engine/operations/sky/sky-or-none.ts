import 'server-only'
import type { EditContext } from '@/lib/sandbox/engine/operation'
import type { Plane } from '@/lib/sandbox/engine/pixels/float-picture'
import { resizePlane } from '@/lib/sandbox/engine/pixels/stretch'
import { LowConfidence } from '@/lib/sandbox/engine/regions/region'

/** Where the sky is, at this size; undefined where none is found, for changes that do without. */
export async function skyOrNone(
  context: EditContext,
  { width, height }: { width: number; height: number },
): Promise<Plane | undefined> {
  try {
    return resizePlane((await context.region('sky')).cover, width, height)
  } catch (error) {
    if (error instanceof LowConfidence) return undefined
    throw error
  }
}
