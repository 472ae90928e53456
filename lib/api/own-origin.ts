import 'server-only'

/** The origin under which the caller reached us, from the Host header that refuse-foreign.ts has checked. */
export function ownOrigin(request: Request, publicUrl: string | undefined): string {
  const host = request.headers.get('host') ?? 'localhost'
  if (publicUrl && new URL(publicUrl).host === host) return publicUrl
  return `http://${host}`
}
