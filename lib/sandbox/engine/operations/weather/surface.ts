import 'server-only'
import type { Picture } from '@/lib/sandbox/engine/picture'

/** What weather is drawn on, in place: a picture in floats as it is, or one in bytes, which is quicker. */
export interface Surface {
  width: number
  height: number
  data: Float32Array | Uint8Array
  /** Numbers a pixel. Default 3. */
  channels?: number
  /** The number of white. Default 1. */
  white?: number
}

export function bytesOf({ pixels, width, height, channels }: Picture): Surface {
  return { width, height, data: pixels, channels, white: 255 }
}
