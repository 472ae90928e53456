import 'server-only'
import { z } from 'zod'
import { providerIds } from '@/lib/models/providers'
import { assetTypes } from '@/lib/assets/asset'
import { faultNames } from './faults'

/** Where an input picture comes from: a URL still to be fetched, or a file kept beside the job. */
const pictureSourceSchema = z.union([z.object({ url: z.string() }), z.object({ file: z.string() })])
export type PictureSource = z.infer<typeof pictureSourceSchema>

const failureSchema = z.object({
  kind: z.enum([
    'moderation',
    'unreadable-picture',
    'not-understood',
    'generation',
    'timeout',
    'cancelled',
    'deleted',
  ]),
  message: z.string(),
})
export type Failure = z.infer<typeof failureSchema>

const outputSchema = z.object({ file: z.string(), type: z.enum(assetTypes) })
export type Output = z.infer<typeof outputSchema>

const orderSchema = z.object({
  id: z.uuid(),
  provider: z.enum(providerIds),
  modelId: z.string(),
  /** Epoch milliseconds. */
  createdAt: z.number(),
  /** The job is not told as ended before this moment: the pretended work of a real model. Epoch milliseconds. */
  readyAt: z.number(),
  /** Checked values without pictures; the drawn seed is in `seed`. */
  values: z.record(z.string(), z.unknown()),
  pictures: z.array(pictureSourceSchema),
  mask: pictureSourceSchema.optional(),
  /** Given or drawn when the job was taken, so that a job run again after a restart makes the same picture. */
  seed: z.number().int(),
  fault: z.object({ name: z.enum(faultNames), argument: z.string().optional() }).optional(),
})

/** One taken submit. `created` and `processing` differ only in memory; stored is the order and then its end. */
export const jobSchema = z.discriminatedUnion('state', [
  orderSchema.extend({ state: z.enum(['created', 'processing']) }),
  orderSchema.extend({
    state: z.literal('completed'),
    outputs: z.array(outputSchema),
    /** Epoch milliseconds. */
    endedAt: z.number(),
    /** Milliseconds the work took. */
    inferenceMs: z.number(),
  }),
  orderSchema.extend({ state: z.literal('failed'), failure: failureSchema, endedAt: z.number() }),
])
export type Job = z.infer<typeof jobSchema>
export type Order = z.infer<typeof orderSchema>

export function hasEnded(job: Job): boolean {
  return job.state === 'completed' || job.state === 'failed'
}
