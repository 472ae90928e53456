import 'server-only'
import { ApiError } from './api-error'

/** The same for a link that never was, has ended, or was revoked: nothing tells which. */
export const deadLinkSentence =
  'This link doesn’t lead anywhere (any more). It may be cut short, have ended, or have been taken back by whoever made it.'

export function deadLink(): ApiError {
  return new ApiError(404, 'not-found', deadLinkSentence)
}

/** Nothing of a link is kept anywhere, so that revoking it works at once; and no search engine lists it. */
export const sharedHeaders = {
  'cache-control': 'private, no-store',
  'x-robots-tag': 'noindex, nofollow',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
}

/** A picture of a link. No entity tag: one made of the content would tell whether two pictures are the same. */
export function serveShared(bytes: Uint8Array, type: string, headers: Record<string, string> = {}): Response {
  return new Response(new Uint8Array(bytes), {
    headers: {
      ...sharedHeaders,
      'content-type': type,
      'content-security-policy': "default-src 'none'; sandbox",
      'cross-origin-resource-policy': 'same-origin',
      ...headers,
    },
  })
}
