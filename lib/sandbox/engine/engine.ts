import 'server-only'
import type { EngineReport } from '@/lib/models/engine-report'

/** What the sandbox asks of an engine: the one seam behind which a better engine can come. */
export interface EngineRequest {
  /** The person's words. */
  instruction: string
  /** Encoded input pictures in order; none means "from text alone". */
  images: Uint8Array[]
  /** Encoded mask on the first picture: white may change, black must not. */
  mask?: Uint8Array
  /** Output pixels; absent means the first picture's own size (1024 × 1024 from text). */
  size?: { width: number; height: number }
  /** Same request, same seed, same machine: same pixels. */
  seed: number
  /** How strongly an image is transformed, 0 to 1, where the model has such a parameter. */
  strength?: number
}

export interface EngineResult {
  /** Raw pixels, 8 bits a channel. */
  pixels: Uint8Array
  width: number
  height: number
  channels: 3 | 4
  report: EngineReport
}

/** Why there is no picture. */
export type RefusalReason = 'blocked' | 'not understood' | 'low confidence' | 'no change'

/** The engine can't do what was asked: told to the person with what it can do, never answered by an unchanged picture. */
export class NotUnderstood extends Error {
  override readonly name = 'NotUnderstood'
  constructor(
    message: string,
    readonly reason: RefusalReason = 'not understood',
  ) {
    super(message)
  }
}
