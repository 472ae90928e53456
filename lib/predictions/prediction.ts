import { z } from 'zod'
import { assetSchema } from '@/lib/assets/asset'
import { engineReportSchema } from '@/lib/models/engine-report'
import { providerIds } from '@/lib/models/providers'
import { compositionSchema } from './composition'
import { failureSchema } from './failure'

/** Epoch milliseconds. */
const time = z.number().int()
const job = z.object({ id: z.string(), pollPath: z.string().optional(), costCents: z.number().optional() })

/** An output on its way here: still at the provider, or already kept (it came inline with the answer). */
const arrivingOutput = z.union([z.object({ url: z.string() }), z.object({ asset: assetSchema })])

/**
 * Where a prediction stands. Each state has only its own fields, so that "succeeded without output" or "running
 * without a job" cannot be built, stored or read back.
 */
export const predictionStateSchema = z.discriminatedUnion('state', [
  z.object({
    state: z.literal('queued'),
    /** Submits that certainly did not reach the provider; one that it put off is not counted. */
    attempts: z.number().int(),
    /** Not to be tried before; set after such a submit. */
    notBefore: time.optional(),
    lastFailure: failureSchema.optional(),
  }),
  /** The paid request is on its way. Found at boot, nobody knows whether it arrived. */
  z.object({ state: z.literal('submitting'), attempts: z.number().int(), submittedAt: time }),
  z.object({ state: z.literal('running'), submittedAt: time, deadline: time, job }),
  /** The provider is done; its outputs are being fetched. */
  z.object({
    state: z.literal('storing'),
    submittedAt: time,
    providerDoneAt: time,
    costCents: z.number().optional(),
    warnings: z.array(z.string()),
    outputs: z.array(arrivingOutput).min(1),
  }),
  z.object({
    state: z.literal('succeeded'),
    submittedAt: time,
    providerDoneAt: time,
    finishedAt: time,
    /** As the provider reported it; otherwise the price list counts. */
    costCents: z.number().optional(),
    warnings: z.array(z.string()),
    outputs: z.array(assetSchema).min(1),
    /** The model's own answers, in the same order, where the outputs were put back into the original picture. */
    raw: z.array(assetSchema).optional(),
    /** What the local engine did for each output, in the same order; only from the sandbox. */
    reports: z.array(engineReportSchema).optional(),
  }),
  z.object({
    state: z.literal('failed'),
    submittedAt: time.optional(),
    finishedAt: time,
    failure: failureSchema,
  }),
  z.object({
    state: z.literal('canceled'),
    submittedAt: time.optional(),
    finishedAt: time,
    /** What the cancel came to: never sent, ended at the provider, or only no longer waited for. */
    outcome: z.enum(['not-sent', 'canceled-at-provider', 'stopped-waiting']),
  }),
  /** The answer to a submit was lost: it may have been billed, and is not sent again. */
  z.object({
    state: z.literal('unconfirmed'),
    submittedAt: time,
    finishedAt: time,
    detail: z.string().optional(),
  }),
])
export type PredictionState = z.infer<typeof predictionStateSchema>
export type StateName = PredictionState['state']
export type InState<S extends StateName> = Extract<PredictionState, { state: S }>

/** From where to where a prediction may go; everything else is a programming error. */
export const transitions: Record<StateName, readonly StateName[]> = {
  queued: ['submitting', 'queued', 'failed', 'canceled'],
  // Back to queued only when the provider certainly did not take it.
  submitting: ['running', 'storing', 'queued', 'failed', 'unconfirmed', 'canceled'],
  running: ['storing', 'failed', 'canceled'],
  // No cancel: the picture is made and paid.
  storing: ['succeeded', 'failed'],
  succeeded: [],
  failed: [],
  canceled: [],
  unconfirmed: [],
}

export const unfinishedStates = (Object.keys(transitions) as StateName[]).filter(
  (state) => transitions[state].length > 0,
)

/** Work that a provider has, or may have: followed up whatever else waits. */
export const begunStates = unfinishedStates.filter((state) => state !== 'queued')

export function isFinished(state: StateName): boolean {
  return transitions[state].length === 0
}

export const marks = ['star', 'reject'] as const
export type Mark = (typeof marks)[number]

export const predictionSchema = z.object({
  id: z.string(),
  runId: z.string(),
  /** Which cell of the run, from 0 in the order of `cellsOf`. */
  position: z.number().int(),
  /** How often this cell was tried before; only the latest try counts. */
  attempt: z.number().int(),
  modelId: z.string(),
  provider: z.enum(providerIds),
  /** `sandbox`: answered by the built-in stand-in; stays so for the life of the prediction. */
  mode: z.enum(['live', 'sandbox']),
  /** The model's complete checked input; pictures are asset ids. */
  values: z.record(z.string(), z.unknown()),
  /** How the answer is put back into the original picture, where it is. */
  composition: compositionSchema.optional(),
  /** US cents by the price list when it was made. */
  priceCents: z.number(),
  /** The person's own judgement. */
  mark: z.enum(marks).optional(),
  createdAt: time,
  updatedAt: time,
  status: predictionStateSchema,
})
export type Prediction = z.infer<typeof predictionSchema>
export type PredictionIn<S extends StateName> = Prediction & { status: InState<S> }

export function isIn<S extends StateName>(prediction: Prediction, state: S): prediction is PredictionIn<S> {
  return prediction.status.state === state
}
