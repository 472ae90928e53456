import 'server-only'
import type { Model } from '@/lib/models/model'
import type { WireValue } from '@/lib/models/request-body'

/**
 * A provider as the lifecycle sees it. Nothing else may be asked of it. An adapter is a factory that gets its key,
 * base URL, fetch and clock; failures are thrown as `ProviderError`.
 */
export interface Provider {
  /** Brings one input picture to where the provider can read it. Free, safe to repeat. */
  deliver(picture: InputPicture, signal: AbortSignal): Promise<DeliveredPicture>
  /** Sends the paid request: called once per attempt, and never again after an error that says `accepted: 'unknown'`. */
  submit(request: ProviderRequest, signal: AbortSignal): Promise<Progress>
  /** Asks how far it is. Safe to repeat. An unknown status means running. */
  poll(job: RemoteJob, signal: AbortSignal): Promise<Progress>
  /** Downloads one output, always without the key. Safe to repeat. */
  fetch(output: RemoteUrl, signal: AbortSignal): Promise<Uint8Array>
  /** Only where the provider has a way to cancel. */
  cancel?(job: RemoteJob, signal: AbortSignal): Promise<'canceled' | 'too-late'>
}

/** A picture as it goes out: upright, without metadata or transparency. */
export interface InputPicture {
  /** Content hash, to deduplicate uploads. */
  id: string
  type: 'image/jpeg' | 'image/png'
  bytes(): Promise<Uint8Array<ArrayBuffer>>
  /** A short-lived signed URL under which the provider can fetch it, where this server has a public address. */
  publicUrl(): Promise<string | undefined>
}

/** What stands for the picture in the request body. */
export type DeliveredPicture = string | Blob

export interface ProviderRequest {
  model: Model
  body: Record<string, WireValue<DeliveredPicture>>
}

export type Progress =
  | {
      state: 'running'
      job: RemoteJob
      /** Jobs that are done before this one, where the provider tells it. */
      ahead?: number | undefined
    }
  | {
      state: 'finished'
      outputs: RemoteOutput[]
      /** US cents, where the provider reports them. */
      costCents?: number
      /** What a person should know of the result, e.g. that the provider flagged it. */
      warnings?: string[]
    }

/** The provider's own name for the work: all that is needed to ask for it after a restart. */
export interface RemoteJob {
  id: string
  /** Path and query on the provider's own origin, if it told one there; a foreign status URL is never kept. */
  pollPath?: string
  /** US cents, where the submit's answer told them. */
  costCents?: number
}

/** A path on the provider's own origin (which may move with its base URL), or an absolute http(s) URL. */
export interface RemoteUrl {
  url: string
}
/** An output: where to fetch it, or its bytes if they came inline. */
export type RemoteOutput = RemoteUrl | { bytes: Uint8Array }
