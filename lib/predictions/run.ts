import { z } from 'zod'

/** One input given to one or more models. Pictures are asset ids. */
export const runSchema = z.object({
  id: z.string(),
  input: z.object({
    prompt: z.string().optional(),
    images: z.array(z.string()),
    mask: z.string().optional(),
    seed: z.number().optional(),
  }),
  /** The models with the values only they have, as given: what "run again with changes" brings back. */
  choices: z.array(z.object({ modelId: z.string(), values: z.record(z.string(), z.unknown()) })),
  createdAt: z.number().int(),
})
export type Run = z.infer<typeof runSchema>
