import { z } from 'zod'

const pixels = z.object({ width: z.number().int(), height: z.number().int() })

/** How an answer is put back into the picture it was made from: the model was given only a part of it, or a frame around it. */
export const compositionSchema = z.object({
  /** The original picture's asset id; the prediction's own values name what was cut from it. */
  picture: z.string(),
  /** The mask's asset id where only the inside is replaced. */
  mask: z.string().optional(),
  reframe: z.object({
    picture: pixels,
    region: pixels.extend({ left: z.number().int(), top: z.number().int() }),
    sent: pixels,
  }),
})
export type Composition = z.infer<typeof compositionSchema>
