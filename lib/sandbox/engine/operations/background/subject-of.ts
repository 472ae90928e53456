import 'server-only'
import { cutOut, type CutOut } from '@/lib/sandbox/engine/compositing/cut-out'
import type { EditContext } from '@/lib/sandbox/engine/operation'
import type { Picture } from '@/lib/sandbox/engine/picture'
import type { Plane } from '@/lib/sandbox/engine/pixels/float-picture'
import { resizePlane } from '@/lib/sandbox/engine/pixels/stretch'

/** Where the subject of the picture being edited is. Rejects with `LowConfidence`. */
export async function subjectCover(picture: Picture, { region }: EditContext): Promise<Plane> {
  const { cover } = await region('subject')
  return resizePlane(cover, picture.width, picture.height)
}

/** The subject of the picture being edited, without its background. Rejects with `LowConfidence`. */
export async function subjectOf(picture: Picture, context: EditContext): Promise<CutOut> {
  return cutOut(picture, await subjectCover(picture, context))
}
