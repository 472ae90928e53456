import 'server-only'
import sharp from 'sharp'
import { NotUnderstood } from './engine'
import { decodePicture } from './picture'
import { subjectMask } from './regions/find-region'
import { LowConfidence } from './regions/region'

/** The main subject of an encoded picture as a grey PNG of its own upright size: white is the subject. */
export async function selectSubject(bytes: Uint8Array): Promise<Uint8Array> {
  const picture = await decodePicture(bytes)
  const { width, height } = picture
  const { cover } = await subjectMask(picture).catch((error: unknown) => {
    throw error instanceof LowConfidence ? new NotUnderstood(error.message, 'low confidence') : error
  })
  const values = Uint8Array.from(cover.data, (value) => Math.round(Math.min(1, Math.max(0, value)) * 255))
  return sharp(values, { raw: { width, height, channels: 1 } })
    .toColourspace('b-w')
    .png()
    .toBuffer()
}
