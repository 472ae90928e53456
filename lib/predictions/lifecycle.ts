import 'server-only'
import type { Asset } from '@/lib/assets/asset'
import type { EngineReport } from '@/lib/models/engine-report'
import type { ProviderId } from '@/lib/models/providers'
import type { InputPicture, Provider } from '@/lib/providers/provider'
import type { Composition } from './composition'
import type { Prediction, PredictionState } from './prediction'
import type { PredictionStore } from './prediction-store'
import type { ProviderPace } from './provider-pace'

/** What the lifecycle works with: ports only, wired by lib/diptych.ts. */
export interface Lifecycle {
  store: PredictionStore
  provider(id: ProviderId, mode: Prediction['mode']): Provider
  pace: ProviderPace
  /** Keeps what a poll said of the line before a job; undefined once there is none. */
  tellAhead(predictionId: string, jobs: number | undefined): void
  /** An input picture as it goes out to a provider; undefined if it is no longer stored. */
  inputPicture(
    assetId: string,
    use: 'image' | 'mask',
    mode: Prediction['mode'],
  ): Promise<InputPicture | undefined>
  getAsset(id: string): Promise<Asset | undefined>
  /** Checks that the bytes are a whole picture and keeps it; throws `PictureRefused` if they are not. */
  addOutput(bytes: Uint8Array): Promise<Asset>
  /** What the local engine says it did, in a picture of the sandbox; undefined in any other. */
  readReport(asset: Asset): Promise<EngineReport | undefined>
  /**
   * Puts a model's answer back into the original picture.
   * @returns the composed picture; or why it could not be put back, a sentence for the person
   */
  compose(
    composition: Composition,
    answer: Asset,
    signal: AbortSignal,
  ): Promise<{ asset: Asset; warning?: string } | { refused: string }>
  /**
   * Compare-and-set under our lease.
   * @returns the changed prediction, or undefined if it was canceled or taken over: then stop working on it
   */
  move(held: Held, next: PredictionState): Promise<Prediction | undefined>
  now(): number
  /** Milliseconds; throws when `signal` fires. */
  sleep(ms: number, signal: AbortSignal): Promise<void>
  /** For the server's log: never given a key, a prompt or a picture. */
  log(message: string, error?: unknown): void
}

/** One prediction in the hands of the worker that holds its lease. */
export interface Held<P extends Prediction = Prediction> {
  prediction: P
  owner: string
  /** Fires when the person cancels or the server stops: for everything that can be taken up again. */
  signal: AbortSignal
  /** Fires only when the person cancels: for the submit, whose answer comes once. */
  canceled: AbortSignal
  /** The server is stopping: take no further step once the present one is stored. */
  stopping(): boolean
}
