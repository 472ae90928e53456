/** What an upload may be; the server holds the same bounds and has the last word, by the bytes. */
export const maxPictureBytes = 50_000_000
export const maxPicturePixels = 80_000_000

export const limitSentence = 'JPEG, PNG, WebP, GIF, AVIF, HEIC or TIFF, up to 50 MB and 80 megapixels each'

const types = ['jpeg', 'png', 'webp', 'gif', 'avif', 'heic', 'heif', 'tiff'].map((name) => `image/${name}`)
export const acceptedTypes = [...types, '.heic', '.heif'].join(',')

/** Why a file can't be sent, known from name, type and size alone; undefined if it may be tried. */
export function fileProblem(file: Pick<File, 'name' | 'size' | 'type'>): string | undefined {
  if (file.size === 0) return 'The file is empty. Choose another.'
  if (file.size > maxPictureBytes)
    return `The file has ${Math.ceil(file.size / 1e6)} MB; at most 50 MB are taken. Make it smaller.`
  // An unknown type is tried: some systems do not know HEIC, and the server looks at the bytes anyway.
  if (file.type !== '' && !types.includes(file.type))
    return `This is ${file.type}, not a picture Diptych reads. Use JPEG, PNG, WebP, GIF, AVIF, HEIC or TIFF.`
  return undefined
}

/** Why a picture has too many pixels; undefined if it fits. */
export function pixelProblem(width: number, height: number): string | undefined {
  if (width * height <= maxPicturePixels) return undefined
  return `The picture has ${Math.ceil((width * height) / 1e6)} megapixels; at most 80 are taken. Make it smaller.`
}
