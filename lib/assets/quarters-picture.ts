import { sharp } from './sharp-settings'

/** For tests: four plain quarters, so that a turned, mirrored or wrongly coloured picture shows at once. */
const colours = {
  red: [220, 40, 40],
  green: [40, 200, 60],
  blue: [40, 60, 220],
  yellow: [240, 220, 60],
} as const
export const upright = ['red', 'green', 'blue', 'yellow']

/** Red and green above, blue and yellow below. */
export function quartersPicture(width = 96, height = 64) {
  const order = Object.values(colours)
  const data = Buffer.alloc(width * height * 3)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const quarter = (x < width / 2 ? 0 : 1) + (y < height / 2 ? 0 : 2)
      data.set(order[quarter] ?? [], (y * width + x) * 3)
    }
  }
  return sharp(data, { raw: { width, height, channels: 3 } })
}

/** The colours in the middle of the four quarters, row by row; their numbers where they are none of the four. */
export async function quartersOf(picture: Uint8Array, tolerance = 14): Promise<string[]> {
  const { data, info } = await sharp(picture).removeAlpha().raw().toBuffer({ resolveWithObject: true })
  const at = (x: number, y: number) => {
    const start = (Math.floor(info.height * y) * info.width + Math.floor(info.width * x)) * info.channels
    const pixel = [...data.subarray(start, start + info.channels)]
    const near = Object.entries(colours).find(([, colour]) =>
      colour.every((value, channel) => Math.abs(value - (pixel[channel] ?? pixel[0] ?? 0)) <= tolerance),
    )
    return near?.[0] ?? pixel.join(',')
  }
  return [at(0.25, 0.25), at(0.75, 0.25), at(0.25, 0.75), at(0.75, 0.75)]
}
