import { z } from 'zod'

const inputSchema = z.object({
  prompt: z.string().optional(),
  images: z.array(z.string()),
  mask: z.string().optional(),
  seed: z.number().optional(),
  keepOutside: z.boolean().optional(),
})

const axisValuesSchema = z.object({
  parameter: z.string(),
  values: z.array(z.union([z.string(), z.number(), z.boolean()])).min(1),
})

const axisSchema = axisValuesSchema.extend({
  paired: axisValuesSchema.optional(),
  // No file system knows longer ones.
  names: z.array(z.string().max(255)).optional(),
})

/** One input given to one or more models. Pictures are asset ids. */
export const runSchema = z.object({
  id: z.string(),
  input: inputSchema,
  /** The models with the values only they have, as given: what "run again with changes" brings back. */
  choices: z.array(
    z.object({
      modelId: z.string(),
      values: z.record(z.string(), z.unknown()),
      override: inputSchema.partial().optional(),
    }),
  ),
  /** What was varied; its cells, in order, are the run's predictions (`cellsOf`). */
  axes: z.array(axisSchema).optional(),
  /** The API token it was made by; undefined for the pages. */
  tokenId: z.string().optional(),
  createdAt: z.number().int(),
})
export type Run = z.infer<typeof runSchema>
