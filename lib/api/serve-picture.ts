import 'server-only'

/**
 * A stored picture as a response. Content-addressed, so it never changes; never sniffed, and inert if it were opened
 * as a document.
 */
export function servePicture(
  request: Request,
  picture: { bytes: Uint8Array; type: string } | undefined,
  { etag, shared = false }: { etag: string; shared?: boolean },
): Response {
  if (!picture) return new Response('There is no such picture.', { status: 404 })
  const headers = {
    'content-type': picture.type,
    'cache-control': `${shared ? 'public' : 'private'}, max-age=31536000, immutable`,
    etag: `"${etag}"`,
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; sandbox",
    'cross-origin-resource-policy': 'same-origin',
  }
  if (request.headers.get('if-none-match') === headers.etag)
    return new Response(null, { status: 304, headers })
  return new Response(new Uint8Array(picture.bytes), { headers })
}
