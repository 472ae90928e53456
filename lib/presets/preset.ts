import { z } from 'zod'

const nameRule = 'Give the preset a name of at most 80 characters.'
const choicesRule = 'A preset has 1 to 64 models.'
const value = z.union([z.string().max(20_000), z.number(), z.boolean()])

/** What all models share, without pictures: a preset is put on whatever pictures are there. */
const inputSchema = z.strictObject({
  prompt: z.string().max(20_000).optional(),
  seed: z.number().optional(),
  keepOutside: z.boolean().optional(),
})

/** An instruction with models, their values and what is varied, to be used again on other pictures. */
export const presetSchema = z.strictObject({
  name: z.string(nameRule).trim().min(1, nameRule).max(80, nameRule),
  input: inputSchema,
  /** The models with the values that only they have. One that is gone from the catalogue is left out when applied. */
  choices: z
    .array(
      z.strictObject({
        modelId: z.string().min(1).max(200),
        values: z.record(z.string().max(200), value),
        override: inputSchema.optional(),
      }),
    )
    .min(1, choicesRule)
    .max(64, choicesRule),
  /** As the form holds it: written values stay as they were written. */
  sweep: z.strictObject({
    samples: z.int().min(1).max(64),
    axes: z
      .array(
        z.strictObject({
          parameter: z.string().min(1).max(200),
          text: z.string().max(100_000).optional(),
          values: z.array(value).max(1000).optional(),
        }),
      )
      .max(4),
  }),
})
export type Preset = z.output<typeof presetSchema>

export interface StoredPreset extends Preset {
  id: string
  /** Epoch milliseconds. */
  createdAt: number
  updatedAt: number
}

/** More is refused: nobody finds one among them any more. */
export const mostPresets = 500

/** Two names that only differ in case or outer spaces are the same to a person. */
export function presetKey(name: string): string {
  return name.trim().toLocaleLowerCase('en')
}
