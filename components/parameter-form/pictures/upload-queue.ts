import type { Asset } from '@/lib/assets/asset'
import type { PictureSource } from './picture-source'
import type { SendOptions } from './upload-picture'

export type PictureRole = 'images' | 'mask'

/** Which slot of the form a picture is meant for: the shared one, the batch, or that of one choice by its key. */
export type PictureTarget = PictureRole | 'batch' | `${PictureRole}:${string}`

export function roleOf(target: PictureTarget): PictureRole {
  return target.startsWith('mask') ? 'mask' : 'images'
}

/** A picture on its way. Once stored it leaves the queue. */
export interface Upload {
  /** Counts up, so that pictures chosen together keep their order however they arrive. */
  key: number
  /** The same for all that were put in by one act: one drop, one choice of files. */
  batch: number
  name: string
  target: PictureTarget
  source: PictureSource
  state: 'waiting' | 'sending' | 'failed'
  /** 0 to 1 while sending; absent where it can't be known. */
  progress?: number
  /** A sentence for the person. */
  error?: string
}

/**
 * Sends pictures, a few at once. One that fails stays in the list with its reason and can be sent again; the others
 * are not touched by it.
 */
export class UploadQueue {
  private uploads: readonly Upload[] = []
  private readonly controllers = new Map<number, AbortController>()
  private readonly listeners = new Set<() => void>()
  private readonly awaited = new Map<number, (outcome: Asset | Error) => void>()
  private nextKey = 1

  constructor(
    private readonly send: (source: PictureSource, options: SendOptions) => Promise<Asset>,
    private readonly onStored: (asset: Asset, upload: Upload) => void,
    private readonly atOnce = 3,
  ) {}

  /** For useSyncExternalStore: the same array until something changes. */
  readonly snapshot = () => this.uploads
  readonly subscribe = (listener: () => void) => {
    this.listeners.add(listener)
    return () => void this.listeners.delete(listener)
  }

  /** Pictures put in together, in their order. */
  readonly add = (sources: readonly PictureSource[], target: PictureTarget) => {
    const batch = this.nextKey
    const added = sources.map((source): Upload => ({
      key: this.nextKey++,
      batch,
      name: nameOf(source),
      target,
      source,
      state: 'waiting',
    }))
    this.change([...this.uploads, ...added])
    this.startWaiting()
  }

  /**
   * One picture, and when it is stored. Rejects with its sentence when it fails the first time or is removed; a failed
   * one stays in the list like any other.
   */
  readonly addOne = (source: PictureSource, target: PictureTarget): Promise<Asset> =>
    new Promise((resolve, reject) => {
      this.awaited.set(this.nextKey, (outcome) =>
        outcome instanceof Error ? reject(outcome) : resolve(outcome),
      )
      this.add([source], target)
    })

  /** Stops and forgets all. */
  readonly clear = () => {
    for (const { key } of this.uploads) this.remove(key)
  }

  /** Stops it if it is being sent, and forgets it. */
  readonly remove = (key: number) => {
    this.controllers.get(key)?.abort()
    this.change(this.uploads.filter((upload) => upload.key !== key))
    this.settle(key, new Error('The picture was removed before it had arrived.'))
    this.startWaiting()
  }

  readonly retry = (key: number) => {
    this.update(key, { state: 'waiting', error: undefined, progress: undefined })
    this.startWaiting()
  }

  private startWaiting() {
    for (const upload of this.uploads) {
      if (this.uploads.filter(({ state }) => state === 'sending').length >= this.atOnce) return
      if (upload.state === 'waiting') void this.start(upload)
    }
  }

  private async start(upload: Upload): Promise<void> {
    const { key } = upload
    const controller = new AbortController()
    this.controllers.set(key, controller)
    this.update(key, { state: 'sending' })
    try {
      const asset = await this.send(upload.source, {
        signal: controller.signal,
        onProgress: (progress) => this.update(key, { progress }),
      })
      if (controller.signal.aborted) return
      this.change(this.uploads.filter((other) => other.key !== key))
      this.onStored(asset, upload)
      this.settle(key, asset)
    } catch (error) {
      if (controller.signal.aborted) return
      const failure = error instanceof Error ? error : new Error('The upload failed. Try again.')
      this.update(key, { state: 'failed', error: failure.message, progress: undefined })
      this.settle(key, failure)
    } finally {
      this.controllers.delete(key)
      this.startWaiting()
    }
  }

  private settle(key: number, outcome: Asset | Error) {
    this.awaited.get(key)?.(outcome)
    this.awaited.delete(key)
  }

  private update(key: number, patch: Partial<Upload>) {
    this.change(this.uploads.map((upload) => (upload.key === key ? { ...upload, ...patch } : upload)))
  }

  private change(uploads: readonly Upload[]) {
    this.uploads = uploads
    for (const listener of this.listeners) listener()
  }
}

function nameOf(source: PictureSource): string {
  if (source.kind === 'file') return source.file.name || 'Pasted picture'
  const address = source.kind === 'url' ? source.url : source.path
  return address.slice(address.lastIndexOf('/') + 1).split('?')[0] || address
}
