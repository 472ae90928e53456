import type { Measures } from '@/lib/measures/measures'
import { batchAxis, batchPlaces, pictureName } from '@/lib/models/batch'
import type { Axis } from '@/lib/models/run-plan'
import type { PredictionView, RunView } from '@/lib/predictions/view'
import { waitingTime, workingTime } from '../measured-prediction'
import { measuresIn, type CellMeasures } from '../measure-texts'
import type { CsvValue } from './csv'

export interface BoardToExport {
  run: RunView
  /** By position, like the titles and measures. */
  predictions: readonly PredictionView[]
  titles: readonly string[]
  measures: ReadonlyMap<number, CellMeasures>
}

const firstColumns = [
  'cell',
  'title',
  'model',
  'provider',
  'sandbox',
  'state',
  'mark',
  'time_seconds',
  'waited_seconds',
  'cost_cents',
  'cost_reported',
  'seed',
  'width',
  'height',
  'bytes',
  'pictures',
] as const
const measureColumns = [
  'changed_share',
  'changed_outside_mask_share',
  'colour_cast_delta_e',
  'ssim',
  'shift_x_px',
  'shift_y_px',
  'scale',
  'alignment_confidence',
  'measure_note',
] as const
const lastColumns = ['error', 'warnings', 'prediction_id', 'created_at', 'completed_at'] as const

/** Every cell as one flat record: its values under "input." and their own names, beside what came of them. */
export function boardRecords({ run, predictions, titles, measures }: BoardToExport): {
  columns: string[]
  rows: Record<string, CsvValue>[]
} {
  const names = [...new Set(predictions.flatMap(({ input }) => Object.keys(input)))]
  const batch = batchAxis(run)
  const places = batchPlaces(run)
  const columns = [
    ...firstColumns,
    ...(batch ? ['picture_file'] : []),
    ...names.map((name) => `input.${name}`),
    ...measureColumns,
    ...lastColumns,
  ]
  const rows = predictions.map((prediction, position) => ({
    ...recordOf(prediction, titles[position] ?? ''),
    ...(batch && { picture_file: nameAt(batch, places[position]) }),
    ...measureRecord(measuresIn(measures.get(position))),
    ...Object.fromEntries(
      Object.entries(prediction.input).map(([name, value]) => [`input.${name}`, plain(value)]),
    ),
  }))
  return { columns, rows }
}

/** The same as a tree, with all that the run was asked for. */
export function boardJson({ run, predictions, titles, measures }: BoardToExport): string {
  const { id, createdAt, input, choices, axes } = run
  const cells = predictions.map((prediction, position) => ({
    ...recordOf(prediction, titles[position] ?? ''),
    input: prediction.input,
    outputs: prediction.assets,
    warnings: prediction.warnings,
    measures: measuresIn(measures.get(position)) ?? null,
  }))
  const asked = { id, createdAt: new Date(createdAt).toISOString(), input, choices, axes: axes ?? [] }
  return JSON.stringify({ run: asked, cells }, null, 2) + '\n'
}

function nameAt(batch: Axis, place: number | undefined): string | undefined {
  return place === undefined ? undefined : pictureName(batch, place)
}

function recordOf(prediction: PredictionView, title: string): Record<string, CsvValue> {
  const [asset] = prediction.assets
  return {
    cell: prediction.position + 1,
    title,
    model: prediction.modelId,
    provider: prediction.provider,
    sandbox: prediction.sandbox,
    state: prediction.state,
    mark: prediction.mark,
    time_seconds: seconds(workingTime(prediction)),
    waited_seconds: seconds(waitingTime(prediction)),
    cost_cents: prediction.costCents,
    cost_reported: prediction.costReported,
    seed: prediction.seed,
    width: asset?.width,
    height: asset?.height,
    bytes: asset?.bytes,
    pictures: prediction.assets.length,
    error: prediction.error,
    warnings: prediction.warnings.join(' '),
    prediction_id: prediction.id,
    created_at: prediction.createdAt,
    completed_at: prediction.completedAt,
  }
}

function measureRecord(measures: Measures | undefined): Record<string, CsvValue> {
  if (!measures) return {}
  const { alignment } = measures
  const found = alignment.state === 'found' ? alignment.alignment : undefined
  return {
    changed_share: measures.changed,
    changed_outside_mask_share: measures.changedOutsideMask,
    colour_cast_delta_e: measures.colourCast,
    ssim: measures.ssim,
    shift_x_px: found?.shift.x,
    shift_y_px: found?.shift.y,
    scale: found?.scale,
    alignment_confidence:
      found?.confidence ?? (alignment.state === 'refused' ? alignment.confidence : undefined),
    measure_note: measures.reason ?? (alignment.state === 'refused' ? alignment.reason : undefined),
  }
}

function seconds(ms: number | undefined): number | undefined {
  return ms === undefined ? undefined : ms / 1000
}

/** Lists of pictures as their ids with spaces between. */
function plain(value: unknown): CsvValue {
  if (Array.isArray(value)) return value.join(' ')
  return typeof value === 'number' || typeof value === 'boolean' || typeof value === 'string'
    ? value
    : JSON.stringify(value)
}
