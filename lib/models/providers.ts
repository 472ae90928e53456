/** What a person must know of a provider before running: plain data, safe in the browser. */
export interface ProviderInfo {
  id: string
  title: string
  /** Where a key is made. */
  keyPage: string
  keyVariable: string
  baseUrlVariable: string
  defaultBaseUrl: string
  /** How an input picture travels: as a URL the provider fetches, through its upload API, or as bytes. */
  pictures: 'public-url' | 'upload' | 'multipart'
  /** Predictions this provider works on at once before we wait; from its documented limits, else cautious. */
  concurrency: number
}

export const providers = {
  vibedream: {
    id: 'vibedream',
    title: 'VibeDream',
    keyPage: 'https://vibedream.ai/models/api-keys',
    keyVariable: 'VIBEDREAM_API_KEY',
    baseUrlVariable: 'VIBEDREAM_BASE_URL',
    defaultBaseUrl: 'https://api.vibedream.ai',
    pictures: 'public-url',
    concurrency: 4,
  },
  wavespeed: {
    id: 'wavespeed',
    title: 'WaveSpeed',
    keyPage: 'https://wavespeed.ai/accesskey',
    keyVariable: 'WAVESPEED_API_KEY',
    baseUrlVariable: 'WAVESPEED_BASE_URL',
    defaultBaseUrl: 'https://api.wavespeed.ai',
    pictures: 'upload',
    // Bronze accounts: 3 concurrent tasks; more would only wait there.
    concurrency: 3,
  },
  bytecompute: {
    id: 'bytecompute',
    title: 'ByteCompute',
    keyPage: 'https://bytecompute.ai',
    keyVariable: 'BYTECOMPUTE_API_KEY',
    baseUrlVariable: 'BYTECOMPUTE_BASE_URL',
    defaultBaseUrl: 'https://us-01.bytecompute.ai',
    pictures: 'multipart',
    concurrency: 4,
  },
} as const satisfies Record<string, ProviderInfo>

export type ProviderId = keyof typeof providers

export const providerIds = Object.keys(providers) as ProviderId[]
