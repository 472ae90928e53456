import 'server-only'
import { isBehindTls } from '@/lib/access/security-headers'

/** The origin under which the caller reached us, from the Host header that refuse-foreign.ts has checked. */
export function ownOrigin(request: { headers: Pick<Headers, 'get'> }, publicUrl: string | undefined): string {
  const host = request.headers.get('host') ?? 'localhost'
  if (publicUrl && new URL(publicUrl).host === host) return publicUrl
  return `${isBehindTls(request.headers, publicUrl) ? 'https' : 'http'}://${host}`
}
