import 'server-only'
import { DownloadFailed, DownloadRefused } from '@/lib/net/download-error'
import { guardedGet } from '@/lib/net/guarded-fetch'
import type { OwnAddress } from './own-address'
import type { RemoteUrl } from './provider'
import { ProviderError, type ProviderErrorCode } from './provider-error'
import { mostAnswerBytes } from './provider-options'

/** Downloads an output, without the key: from public addresses, or from the provider's own origin. */
export async function fetchOutput(
  { url }: RemoteUrl,
  address: OwnAddress,
  { signal, timeoutMs }: { signal: AbortSignal; timeoutMs: number },
): Promise<Uint8Array> {
  const absolute = address.kept(url)?.href ?? url
  try {
    const { bytes } = await guardedGet(absolute, {
      signal,
      timeoutMs,
      maxBytes: mostAnswerBytes,
      allowedOrigins: [address.origin],
    })
    return bytes
  } catch (error) {
    throw downloadError(error)
  }
}

/** The picture is paid for: given up only where it is gone, or where our own rules will always refuse it. */
function downloadError(error: unknown): ProviderError {
  if (error instanceof DownloadRefused)
    return new ProviderError('protocol', { accepted: 'no', transient: false, detail: error.message })
  if (!(error instanceof DownloadFailed)) throw error
  const gone = [403, 404, 410].includes(error.status ?? 0)
  return new ProviderError(gone ? 'expired' : codeOf(error), {
    accepted: 'no',
    transient: !gone,
    retryAfterMs: error.retryAfterMs,
    detail: error.message,
  })
}

function codeOf({ code, status }: DownloadFailed): ProviderErrorCode {
  if (code === 'timeout') return 'timeout'
  return status === 429 ? 'rate-limited' : 'unavailable'
}
