/** Fetches and decodes a picture of ours. Throws an error with a sentence for the person. */
export async function loadPicture(url: string): Promise<HTMLImageElement> {
  const image = new Image()
  image.src = url
  try {
    await image.decode()
  } catch (cause) {
    throw new Error('The picture could not be loaded. Check that Diptych is running, and open this again.', {
      cause,
    })
  }
  return image
}

/**
 * RGBA of a square of a picture about a pixel, in sRGB; what lies beyond the border is transparent. Drawn one to one
 * without smoothing, so the values are the stored ones. Row by row, `side` pixels each.
 */
export function readPixels(
  image: HTMLImageElement,
  { x, y }: { x: number; y: number },
  side: number,
): Uint8ClampedArray | undefined {
  const canvas = document.createElement('canvas')
  canvas.width = side
  canvas.height = side
  const context = canvas.getContext('2d', { willReadFrequently: true, colorSpace: 'srgb' })
  if (!context) return undefined
  context.imageSmoothingEnabled = false
  const reach = (side - 1) / 2
  context.drawImage(image, x - reach, y - reach, side, side, 0, 0, side, side)
  return context.getImageData(0, 0, side, side).data
}
