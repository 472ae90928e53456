import 'server-only'

/** Which pictures a provider already has, so that a second run does not upload them again. Lost at a restart. */
export interface UploadMemory {
  get(pictureId: string): string | undefined
  set(pictureId: string, url: string): void
  clear(): void
}

/** @param lifetimeMs how long an upload is trusted to be there: well below the provider's own retention */
export function createUploadMemory(lifetimeMs: number, now: () => number): UploadMemory {
  const uploads = new Map<string, { url: string; until: number }>()
  return {
    get(pictureId) {
      const upload = uploads.get(pictureId)
      return upload && upload.until > now() ? upload.url : undefined
    },
    set(pictureId, url) {
      for (const [id, { until }] of uploads) if (until <= now()) uploads.delete(id)
      uploads.set(pictureId, { url, until: now() + lifetimeMs })
    },
    clear: () => uploads.clear(),
  }
}
