import 'server-only'
import type { Asset } from './asset'
import type { AssetLibrary } from './asset-library'
import { pictureLimits } from './picture-limits'
import { PictureRefused } from './picture-refused'
import { withReceivedForm, type FormLimits } from './receive-form'

export interface UploadParts {
  /** Where the bytes wait until they are complete. */
  folder: string
  library: Pick<AssetLibrary, 'addPicture'>
}

const limits: FormLimits = { files: 1, fileBytes: pictureLimits.bytes, fieldBytes: 1_000_000 }

/** The picture in the `file` field of a multipart request, stored. Throws `PictureRefused`. */
export function receiveUpload(
  request: Request,
  { folder, library, fileBytes = limits.fileBytes }: UploadParts & { fileBytes?: number },
): Promise<Asset> {
  return withReceivedForm(request, { folder, limits: { ...limits, fileBytes } }, async ({ files }) => {
    const file = files.find(({ field }) => field === 'file')
    if (!file) throw new PictureRefused('bad-upload', 'No picture was sent. Put it into the field "file".')
    return library.addPicture({ path: file.path })
  })
}

export interface ReceivedPictures {
  fields: Map<string, string[]>
  /** In the order they came. */
  pictures: { field: string; asset: Asset }[]
}

/**
 * A whole multipart form: its text fields, and its files stored as pictures (for APIs that take both at once).
 * A text field may hold a data URI, so it may be as long as a picture. Throws `PictureRefused`.
 */
export function receivePictures(
  request: Request,
  { folder, library, files }: UploadParts & { files: number },
): Promise<ReceivedPictures> {
  const bounds = { ...limits, files, fieldBytes: Math.ceil(pictureLimits.bytes * 1.4) }
  return withReceivedForm(request, { folder, limits: bounds }, async (form) => {
    const pictures: ReceivedPictures['pictures'] = []
    for (const { field, path } of form.files) {
      pictures.push({ field, asset: await library.addPicture({ path }) })
    }
    return { fields: form.fields, pictures }
  })
}
