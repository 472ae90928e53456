import type { Asset } from '@/lib/assets/asset'
import { labelOf } from '@/lib/models/parameter'
import { findModel } from '@/lib/models/registry'
import type { PredictionView } from '@/lib/predictions/view'
import { formatDuration } from '@/components/results/format'
import { rawAnswer } from '@/components/results/raw-answer'
import type { Fact, Frame } from '@/components/viewer/frame'
import { costOf } from './cell-facts'
import type { CellPictures } from './cell-pictures'
import { textOfValue } from './choice-labels'
import { alignmentNote, measuredFrame, measureTexts, type CellMeasures } from './measure-texts'
import { workingTime } from './measured-prediction'

export const inputFrameId = ({ id }: Pick<Asset, 'id'>) => `input-${id}`
export const outputFrameId = (position: number, index: number) => `output-${position}-${index}`
export const rawFrameId = (position: number, index: number) => `raw-${position}-${index}`

/** The cell and which of its pictures a frame is; none for an input. */
export function placeOfFrame(
  frameId: string,
): { position: number; index: number; isRaw: boolean } | undefined {
  const match = /^(output|raw)-(\d+)-(\d+)$/.exec(frameId)
  if (!match) return undefined
  return { position: Number(match[2]), index: Number(match[3]), isRaw: match[1] === 'raw' }
}

export interface FramesOf {
  predictions: readonly PredictionView[]
  given: readonly CellPictures[]
  titles: readonly string[]
  measures: ReadonlyMap<number, CellMeasures>
}

/**
 * The frames of the viewer over a board: each input once, then all pictures of the cells.
 *
 * @param rawOf  the cell whose model's own answers stand beside what was made of them
 */
export function boardFrames(
  { predictions, given, titles, measures }: FramesOf,
  among: readonly number[],
  rawOf?: number,
): Frame[] {
  const inputs = new Map<string, { asset: Asset; name?: string }>()
  for (const position of among) {
    const { input: asset, name } = given[position] ?? {}
    if (asset) inputs.set(asset.id, { asset, name })
  }
  const several = inputs.size > 1
  const before = [...inputs.values()].map(({ asset, name }, index) => {
    const which = name ?? (several ? `${index + 1}` : '')
    return {
      ...sizeOf(asset),
      id: inputFrameId(asset),
      label: `Input ${which}`.trim(),
      alt: `Input picture ${which}`.trim(),
    }
  })
  const after = among.flatMap((position) => {
    const prediction = predictions[position]
    return (prediction?.assets ?? []).flatMap((asset, index, all): Frame[] => {
      const label = all.length > 1 ? `${titles[position]} (${index + 1})` : (titles[position] ?? '')
      const result: Frame = {
        ...sizeOf(asset),
        id: outputFrameId(position, index),
        label,
        alt: `Result: ${label}`,
        facts: prediction && factsOf(prediction, asset, measures.get(position)),
        // Only the first picture of a cell is measured.
        ...(index === 0 && measuredFrame(measures.get(position))),
      }
      const raw = prediction && position === rawOf ? rawAnswer(prediction, index) : undefined
      return raw ? [result, rawFrame(raw, rawFrameId(position, index), label)] : [result]
    })
  })
  return [...before, ...after]
}

function rawFrame(asset: Asset, id: string, of: string): Frame {
  const label = `${of}: model’s own answer`
  return { ...sizeOf(asset), id, label, alt: `${label}, before it was put back` }
}

/** The rows of the viewer's table: what the picture was made of, and what came of it. */
export function factsOf(prediction: PredictionView, asset: Asset, cell: CellMeasures | undefined): Fact[] {
  const { modelId, modelName, provider, input } = prediction
  const time = workingTime(prediction)
  const rows = (findModel(modelId)?.parameters ?? []).filter(
    ({ name, kind }) => input[name] !== undefined && !['image', 'images', 'mask'].includes(kind),
  )
  return [
    { name: 'Model', value: modelName },
    { name: 'Provider', value: prediction.sandbox ? `${provider} (sandbox)` : provider },
    // One row for what all models are told, whatever each calls it.
    ...rows.map((row) => ({
      name: row.role === 'prompt' ? 'Instruction' : labelOf(row),
      value: textOfValue(input[row.name]),
    })),
    { name: 'Size', value: `${asset.width} × ${asset.height} px` },
    ...(time === undefined ? [] : [{ name: 'Time', value: formatDuration(time) }]),
    { name: 'Cost', value: costOf(prediction) },
    ...(cell?.state === 'done'
      ? [
          { name: 'Measures', value: measureTexts(cell.measures).join(', ') || (cell.measures.reason ?? '') },
          { name: 'Alignment', value: alignmentNote(cell.measures.alignment) },
        ]
      : []),
  ]
}

function sizeOf({ id, width, height }: Asset) {
  return { assetId: id, width, height }
}
