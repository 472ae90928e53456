import { describeBytes, describePixels, type PictureLimits } from './picture-limits'

export type PictureRefusal =
  | 'not-a-picture'
  | 'svg'
  | 'too-many-bytes'
  | 'too-many-pixels'
  | 'truncated'
  | 'too-slow'
  | 'bad-upload'
  | 'edits-do-not-fit'

/** The picture can't be taken; the message is one sentence for the person who gave it. */
export class PictureRefused extends Error {
  override readonly name = 'PictureRefused'

  constructor(
    readonly code: PictureRefusal,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options)
  }
}

/** `actual` is absent where reading stopped at the limit. */
export function tooManyBytes(limit: number, actual?: number): PictureRefused {
  const size = actual === undefined ? `larger than ${describeBytes(limit)}` : describeBytes(actual)
  const rule = `the limit is ${describeBytes(limit)}: make it smaller and try again.`
  return new PictureRefused('too-many-bytes', `The picture is ${size}; ${rule}`)
}

/** Throws if the dimensions, in pixels, are beyond the limits. */
export function refuseTooManyPixels(width: number, height: number, limits: PictureLimits): void {
  const size = `The picture is ${width} × ${height} pixels`
  if (width * height > limits.pixels) {
    const actual = describePixels(width * height)
    const limit = describePixels(limits.pixels)
    throw new PictureRefused(
      'too-many-pixels',
      `${size} (${actual}); the limit is ${limit}: scale it down and try again.`,
    )
  }
  if (Math.max(width, height) > limits.side) {
    throw new PictureRefused(
      'too-many-pixels',
      `${size}; a side may have at most ${limits.side}: scale it down and try again.`,
    )
  }
}
