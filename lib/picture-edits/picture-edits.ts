import { z } from 'zod'

const pixels = z.int('Give places and sizes in whole pixels.')
const side = pixels.min(1, 'Give at least 1 pixel.')
const extension = pixels.min(0, 'Give 0 or more pixels; a crop takes away.').default(0)
const fillRule = 'Fill with "transparent", "edge", "mirror" or a colour like "#1E6FD9".'
const angleRule = 'Straighten by −45° to 45°; for more, turn by a quarter.'

/**
 * What is done to a picture before a model gets it, always in this order, whatever order it was asked for in:
 * turn, mirror, straighten, crop, resize, extend. The picture itself stays as it is; only this is stored.
 *
 * "Frame" is the picture after turning and mirroring: its pixels, from its top left. Straightening turns the picture
 * within the frame about the frame's centre and does not scale it.
 */
export const pictureEditsSchema = z.strictObject({
  /** Quarter turns clockwise. */
  turns: z.literal([0, 1, 2, 3], 'Give 0, 1, 2 or 3 quarter turns clockwise.').default(0),
  /** Left and right exchanged, after turning. Upside down is two turns more. */
  mirrored: z.boolean().default(false),
  /** Degrees clockwise, by hundredths. */
  angle: z
    .number('Give the angle in degrees.')
    .min(-45, angleRule)
    .max(45, angleRule)
    .default(0)
    .transform((degrees) => Math.round(degrees * 100) / 100 || 0),
  /**
   * Pixels of the frame, laid over the straightened picture. It lies within the picture, so it may begin left of or
   * above the frame where a straightened corner does. Without it: all of the frame, and where the picture is
   * straightened the largest centred part in the frame's shape that shows no empty corner.
   */
  crop: z.strictObject({ left: pixels, top: pixels, width: side, height: side }).optional(),
  /** What the crop is scaled to, each side by itself, in pixels; without it one to one. */
  resize: z.strictObject({ width: side, height: side }).optional(),
  /** How many pixels are added on each side, at the very end, and what fills them. */
  extend: z
    .strictObject({
      left: extension,
      top: extension,
      right: extension,
      bottom: extension,
      /** One colour, nothing, the outermost pixels drawn out, or the picture mirrored. */
      fill: z
        .string()
        .regex(/^(#[0-9a-fA-F]{6}|transparent|edge|mirror)$/, fillRule)
        .default('#FFFFFF'),
    })
    .optional(),
})

/** Complete and checked; whether it fits a picture is a matter of plan-edits.ts. */
export type PictureEdits = z.output<typeof pictureEditsSchema>
export type CropRectangle = NonNullable<PictureEdits['crop']>
export type Extension = NonNullable<PictureEdits['extend']>

export const noEdits: PictureEdits = { turns: 0, mirrored: false, angle: 0 }
