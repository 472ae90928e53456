export interface Size {
  width: number
  height: number
}

/** A reduced copy of a stored picture, in the layout of the browser's ImageData. */
export interface PictureCopy extends Size {
  /** Red, green, blue and straight alpha, a byte each, row by row from the top left. */
  data: Uint8ClampedArray
  /** The stored picture's own size in pixels. */
  original: Size
}

/** One channel of a picture, row by row. */
export interface Plane extends Size {
  values: Float32Array
}

export type Channels = [red: Plane, green: Plane, blue: Plane]

export function plane({ width, height }: Size): Plane {
  return { width, height, values: new Float32Array(width * height) }
}

/** The sRGB channels, 0 to 255. Transparent parts show the background: white, as on a page, or black as in a mask. */
export function channelsOf(picture: PictureCopy, background: 'white' | 'black' = 'white'): Channels {
  const behind = background === 'white' ? 255 : 0
  const channels: Channels = [plane(picture), plane(picture), plane(picture)]
  for (const [channel, { values }] of channels.entries())
    for (let pixel = 0; pixel < values.length; pixel++) {
      const alpha = picture.data[pixel * 4 + 3]! / 255
      values[pixel] = picture.data[pixel * 4 + channel]! * alpha + behind * (1 - alpha)
    }
  return channels
}

/** Luma of BT.601, 0 to 255: the grey that SSIM was defined on. */
export function greyOf([red, green, blue]: Channels): Plane {
  const grey = plane(red)
  for (let at = 0; at < grey.values.length; at++)
    grey.values[at] = 0.299 * red.values[at]! + 0.587 * green.values[at]! + 0.114 * blue.values[at]!
  return grey
}
