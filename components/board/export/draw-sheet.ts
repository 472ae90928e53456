import { assetUrl, variantUrl } from '@/lib/assets/asset-urls'
import type { Asset } from '@/lib/assets/asset'
import { runTitle } from '@/lib/models/batch'
import { formatDuration } from '@/components/results/format'
import { costOf, seedText } from '../cell-facts'
import { alignmentText, measuresIn, measureTexts, type CellMeasures } from '../measure-texts'
import { workingTime } from '../measured-prediction'
import type { PredictionView } from '@/lib/predictions/view'
import type { BoardToExport } from './board-records'
import { layOutSheet, sheetFonts, type SheetCell, type SheetLine } from './sheet-layout'

export interface SheetToDraw extends BoardToExport {
  input: Asset | undefined
  /** How many cells stand beside each other. */
  columns: number
}

const family = 'system-ui, -apple-system, "Segoe UI", Roboto, sans-serif'
const fonts: Record<SheetLine['kind'], string> = {
  title: `600 ${sheetFonts.title}px ${family}`,
  heading: `600 ${sheetFonts.heading}px ${family}`,
  fact: `${sheetFonts.fact}px ${family}`,
}

/**
 * The board as one PNG: pictures whole, every label in words. Drawn in the browser, from the prepared widths.
 *
 * @throws where a picture can't be fetched, or the browser can't draw a sheet of that size
 */
export async function drawSheet(board: SheetToDraw): Promise<Blob> {
  const canvas = document.createElement('canvas')
  const context = canvas.getContext('2d')
  if (!context) throw new Error('This browser can’t draw pictures.')
  const { run, predictions, titles, measures, input } = board
  const layout = layOutSheet({
    title: runTitle(run) ?? 'Run without an instruction',
    footer: footerOf(predictions),
    input,
    cells: predictions.map((prediction, position) =>
      sheetCell(prediction, titles[position] ?? '', measures.get(position)),
    ),
    columns: board.columns,
    measure(text, kind) {
      context.font = fonts[kind]
      return context.measureText(text).width
    },
  })
  canvas.width = layout.width
  canvas.height = layout.height
  context.fillStyle = '#ffffff'
  context.fillRect(0, 0, layout.width, layout.height)
  context.imageSmoothingQuality = 'high'
  if (layout.input && input) await drawPicture(context, input, layout.input)
  for (const place of layout.pictures) {
    const asset = predictions[place.cell]?.assets[0]
    if (asset) await drawPicture(context, asset, place)
  }
  for (const { text, x, y, kind } of layout.lines) {
    context.font = fonts[kind]
    context.fillStyle = kind === 'fact' ? '#4a4a52' : '#18181b'
    context.fillText(text, x, y)
  }
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'))
  if (!blob) throw new Error('This browser can’t draw a sheet of this size.')
  return blob
}

function footerOf(predictions: readonly PredictionView[]): string {
  const sandbox = predictions.some((one) => one.sandbox) ? 'Local sandbox, not FLUX. ' : ''
  return `${sandbox}Pictures are reduced to fit; the ZIP has them at full size. Diptych, ${new Date().toISOString().slice(0, 10)}`
}

function sheetCell(prediction: PredictionView, title: string, measured: CellMeasures | undefined): SheetCell {
  const [picture] = prediction.assets
  if (!picture) return { title, facts: [prediction.error ?? 'Not finished when this sheet was drawn.'] }
  const time = workingTime(prediction)
  const measures = measuresIn(measured)
  return {
    title: `${title}${prediction.mark === 'star' ? ' ★' : ''}`,
    facts: [
      [time !== undefined && formatDuration(time), costOf(prediction), seedText(prediction)]
        .filter(Boolean)
        .join(' · '),
      ...(measures ? [[...measureTexts(measures), alignmentText(measures.alignment)].join(' · ')] : []),
    ],
    picture,
  }
}

async function drawPicture(
  context: CanvasRenderingContext2D,
  { id }: Asset,
  { x, y, width, height }: { x: number; y: number; width: number; height: number },
): Promise<void> {
  const response = await fetch(width > 1280 ? assetUrl(id) : variantUrl(id, width))
  if (!response.ok) throw new Error('A picture could not be loaded. Try again.')
  const bitmap = await createImageBitmap(await response.blob())
  context.drawImage(bitmap, x, y, width, height)
  bitmap.close()
}
