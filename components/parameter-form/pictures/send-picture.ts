import type { Asset } from '@/lib/assets/asset'
import type { PictureSource } from './picture-source'
import type { SendOptions } from './upload-picture'

/** `uploadPicture`, whose code comes with the first picture and not with the page. */
export async function sendPicture(source: PictureSource, options: SendOptions): Promise<Asset> {
  const { uploadPicture } = await import('./upload-picture').catch(() => {
    throw new Error('The server can’t be reached. Check the connection and try again.')
  })
  return uploadPicture(source, options)
}
