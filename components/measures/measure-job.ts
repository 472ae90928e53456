import type { Asset } from '@/lib/assets/asset'
import { variantUrl } from '@/lib/assets/asset-urls'
import { measuresVersion, type Measures } from '@/lib/measures/measures'
import type { Size } from '@/lib/measures/picture-copy'

/** A picture as far as measuring has to know it. */
export type MeasuredPicture = Pick<Asset, 'id' | 'width' | 'height'>

/** An output to be measured against its input. The mask lies on the input: white was to be regenerated. */
export interface MeasureRequest {
  /** By which the result is found again; the output asset's id will do. */
  outputId: string
  input: MeasuredPicture
  output: MeasuredPicture
  mask?: MeasuredPicture
  /** The output is the input with something put in inside the mask. */
  keptOutside?: boolean
}

/** What the worker is asked. */
export interface MeasureJob {
  /** The same for the same pictures and the same definitions of the measures. */
  key: string
  input: PictureSource
  output: PictureSource
  mask?: PictureSource
  keptOutside?: boolean
}

export interface PictureSource {
  url: string
  /** The stored picture's own size. */
  original: Size
}

/** What it answers: measures, with a PNG of what changed where that could be told, or a sentence on what went wrong. */
export type MeasureAnswer =
  { key: string; measures: Measures; heatMap?: Blob } | { key: string; problem: string }

const copyWidth = 640

export function measureKey({ input, output, mask, keptOutside }: MeasureRequest): string {
  const pictures = [measuresVersion, input.id, output.id, mask?.id ?? '']
  return [...pictures, ...(keptOutside ? ['kept'] : [])].join('-')
}

export function measureJob(request: MeasureRequest): MeasureJob {
  const { input, output, mask, keptOutside } = request
  return {
    key: measureKey(request),
    input: sourceOf(input),
    output: sourceOf(output),
    ...(mask && { mask: sourceOf(mask) }),
    ...(keptOutside && { keptOutside }),
  }
}

/** With the whole address: a worker's own may be another one than the page's. */
function sourceOf({ id, width, height }: MeasuredPicture): PictureSource {
  return { url: new URL(variantUrl(id, copyWidth), window.location.href).href, original: { width, height } }
}
