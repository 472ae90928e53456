import 'server-only'
import { createHash, randomUUID } from 'node:crypto'
import { z } from 'zod'
import { batchAxis } from '@/lib/models/batch'
import { priceOf, type Model, type ModelValues } from '@/lib/models/model'
import type { ProviderId } from '@/lib/models/providers'
import type { ModelChoice } from '@/lib/models/run-input'
import { mostCells, type Axis } from '@/lib/models/run-plan'
import type { Asset } from '@/lib/assets/asset'
import { checkCells, type CheckedCell } from './check-cells'
import { choiceToKeep } from './choice-to-keep'
import { isPictureRow, picturesIn, type PictureUse } from './pictures-in'
import type { Prediction } from './prediction'
import type { PredictionStore, StoredRun } from './prediction-store'
import { maskMisfit } from './mask-misfit'
import { reframeCells, type ReframeInput } from './reframe-cells'
import { refuseUnreachable } from './refuse-unreachable'
import { runSchema, type Run } from './run'
import { RunRefused, type RunIssue } from './run-refused'

const mostChoices = mostCells({})

/** What one server action or API call asks for: a plan whose pictures are references of any kind. */
export const runRequestSchema = runSchema.pick({ input: true, choices: true, axes: true }).extend({
  choices: runSchema.shape.choices
    .min(1, 'Choose a model.')
    .max(mostChoices, `At most ${mostChoices} models in one run.`),
})
export type RunRequest = z.infer<typeof runRequestSchema>

export interface CreateRun {
  store: PredictionStore
  /** Turns any reference to a picture (asset id, our own URL, data URI, public URL) into a stored one. */
  resolvePicture(reference: string, use: 'image' | 'mask'): Promise<Asset>
  reframeInput: ReframeInput
  access: Record<ProviderId, { mode: Prediction['mode']; canReceivePictures: boolean }>
  now(): number
}

/**
 * The one way into the system: checks the input against each model's table, stores the run and its predictions, and
 * returns. Nothing is sent here; the worker does that.
 *
 * @throws RunRefused with an issue for every field that is wrong; PictureRefused for a picture that can't be had
 */
export async function createRun(
  context: CreateRun,
  request: RunRequest,
  idempotencyKey?: string,
  tokenId?: string,
): Promise<{ runId: string; created: boolean }> {
  const { store, now } = context
  const idempotency = idempotencyKey ? { key: idempotencyKey, fingerprint: fingerprint(request) } : undefined
  // Looked up first: a repeated request must not fetch its pictures a second time.
  const known = idempotency && (await store.findRun(idempotency))
  if (known) return answerFor(known)
  const checked = checkCells(request)
  for (const { model, values } of checked) refuseUnreachable(context.access, model, values)
  const used = checked.flatMap(({ model, values }) => picturesIn(model, values))
  const pictures = await storePictures(context, request, used)
  refuseUnfittingMasks(checked, pictures)
  const stored = (reference: string) => pictures.get(reference)?.id ?? reference
  const reframed = await reframeCells(context.reframeInput, checked, (reference) => pictures.get(reference))

  const createdAt = now()
  const run: Run = {
    id: randomUUID(),
    input: { ...request.input, ...withStoredReferences(request.input, stored) },
    choices: request.choices.map((choice, index) => keptChoice(choice, stored, checked, index)),
    axes: request.axes?.map((axis) => withStoredValues(axis, stored)),
    tokenId,
    createdAt,
  }
  const predictions = reframed.map(({ model, values, composition }, position): Prediction => ({
    id: randomUUID(),
    runId: run.id,
    position,
    attempt: 0,
    modelId: model.id,
    provider: model.provider,
    mode: context.access[model.provider].mode,
    values: withStoredPictures(model, values, stored),
    composition,
    priceCents: priceOf(model, values),
    createdAt,
    updatedAt: createdAt,
    status: { state: 'queued', attempts: 0 },
  }))
  return answerFor(await store.createRun(run, predictions, idempotency))
}

function answerFor({ runId, created, sameRequest }: StoredRun): { runId: string; created: boolean } {
  if (!sameRequest)
    throw new RunRefused(
      'idempotency-conflict',
      'This Idempotency-Key was already used for another request. Use a new key for a new request.',
    )
  return { runId, created }
}

/** A choice as the run remembers it, with stored pictures. */
function keptChoice(
  choice: ModelChoice,
  stored: (reference: string) => string,
  checked: CheckedCell[],
  index: number,
): ModelChoice {
  const cell = checked.find((one) => one.choice === index)
  if (!cell) return choice
  const kept = choiceToKeep(cell.model, choice, cell.input, cell.values)
  const { override } = choice
  return {
    ...kept,
    values: withStoredPictures(cell.model, kept.values, stored),
    ...(override && { override: { ...override, ...withStoredReferences(override, stored) } }),
  }
}

/** The pictures of shared values, by their ids. */
function withStoredReferences<I extends Partial<RunRequest['input']>>(
  { images, mask }: I,
  stored: (reference: string) => string,
): Pick<I, 'images' | 'mask'> {
  return {
    ...(images && { images: images.map(stored) }),
    ...(mask && { mask: stored(mask) }),
  } as Pick<I, 'images' | 'mask'>
}

/** The pictures of a batch, by their ids. */
function withStoredValues(axis: Axis, stored: (reference: string) => string): Axis {
  return axis.parameter === 'images' ? { ...axis, values: axis.values.map(String).map(stored) } : axis
}

/** Stores every picture the request names, also those no model uses: they belong to what the person put in. */
async function storePictures(
  context: CreateRun,
  { input, choices, axes }: RunRequest,
  used: PictureUse[],
): Promise<Map<string, Asset>> {
  const shared = [input, ...choices.flatMap(({ override }) => override ?? [])]
  const uses: PictureUse[] = [
    ...used,
    ...(batchAxis({ axes })?.values ?? []).map((value) => ({ id: String(value), use: 'image' as const })),
    ...shared.flatMap(({ images = [] }) => images.map((id) => ({ id, use: 'image' as const }))),
    ...shared.flatMap(({ mask }) => (mask ? { id: mask, use: 'mask' as const } : [])),
  ]
  const pictures = new Map<string, Asset>()
  for (const { id, use } of uses)
    if (!pictures.has(id)) pictures.set(id, await context.resolvePicture(id, use))
  return pictures
}

function withStoredPictures(
  model: Model,
  values: ModelValues,
  stored: (reference: string) => string,
): ModelValues {
  const names = new Set(model.parameters.filter(isPictureRow).map((row) => row.name))
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => {
      if (!names.has(name)) return [name, value]
      return [
        name,
        Array.isArray(value) ? value.map(stored) : typeof value === 'string' ? stored(value) : value,
      ]
    }),
  )
}

/** A mask means something only pixel by pixel: one of another size than its picture is refused, not stretched. */
function refuseUnfittingMasks(checked: CheckedCell[], pictures: ReadonlyMap<string, Asset>): void {
  const issues = checked.flatMap(({ choice, model, values }) =>
    model.parameters.flatMap((row): RunIssue[] => {
      if (row.kind !== 'mask') return []
      const mask = pictures.get(values[row.name] as string)
      const picture = pictures.get(values[row.of] as string)
      const message = mask && picture && maskMisfit(mask, picture)
      return message ? [{ choice, path: row.name, message }] : []
    }),
  )
  if (issues[0]) throw new RunRefused('invalid-input', issues[0].message, issues)
}

/** What makes two requests the same one, whatever order their fields came in. */
function fingerprint(request: RunRequest): string {
  const sorted = JSON.stringify(request, (_, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  )
  return createHash('sha256').update(sorted).digest('hex')
}
