import type { Pixels } from '@/lib/masks/flood-fill'

const mostPixels = 80_000_000
/** Read in strips: phones refuse a canvas of the whole picture. */
const stripPixels = 4_000_000

/**
 * A picture's colours, upright. Fails with a sentence for the person.
 * @param options.rawColors  without regard to a colour profile: for masks, whose numbers count
 */
export async function readPixels(source: string | Blob, options = { rawColors: false }): Promise<Pixels> {
  const blob = typeof source === 'string' ? await load(source) : source
  const bitmap = await createImageBitmap(blob, {
    colorSpaceConversion: options.rawColors ? 'none' : 'default',
  }).catch(() => {
    throw new Error('The file can’t be read as a picture here. Save it as PNG and try again.')
  })
  try {
    return read(bitmap)
  } finally {
    bitmap.close()
  }
}

async function load(url: string): Promise<Blob> {
  const response = await fetch(url).catch(() => undefined)
  if (!response?.ok) throw new Error('The picture could not be loaded. Check the connection and try again.')
  return response.blob()
}

function read(bitmap: ImageBitmap): Pixels {
  const { width, height } = bitmap
  if (width * height > mostPixels)
    throw new Error(`The file has ${Math.ceil((width * height) / 1e6)} megapixels; at most 80 are taken.`)
  const rows = Math.max(1, Math.min(height, Math.floor(stripPixels / width)))
  const context = new OffscreenCanvas(width, rows).getContext('2d', { willReadFrequently: true })
  if (!context)
    throw new Error('This browser has no memory left for the picture. Close other tabs and try again.')
  const data = new Uint8ClampedArray(width * height * 4)
  for (let y = 0; y < height; y += rows) {
    const count = Math.min(rows, height - y)
    context.clearRect(0, 0, width, rows)
    context.drawImage(bitmap, 0, y, width, count, 0, 0, width, count)
    data.set(context.getImageData(0, 0, width, count).data, y * width * 4)
  }
  return { width, height, data }
}
