/**
 * Everything that answers without a login; the one list. What lies below `/pictures/` opens to a valid signature only,
 * and what lies below `/s/` and `/embed/` to an unguessable link.
 */
const exactly = ['/login', '/api/v1/session', '/oembed', '/health', '/icon.svg']
const below = ['/s/', '/embed/', '/pictures/', '/_next/static/', '/chunks/']

/** @param path of the address, as `URL` writes it */
export function isPublicPath(path: string): boolean {
  return exactly.includes(path) || below.some((start) => path.startsWith(start))
}

/**
 * What of it is for the world: the rest is of use only to those who may log in, so it is not shown under PUBLIC_URL
 * where there is no password.
 */
export function isForTheWorld(path: string): boolean {
  return isPublicPath(path) && path !== '/login' && path !== '/api/v1/session'
}

/** The only pages that another site may show in a frame. */
export function isEmbedPath(path: string): boolean {
  return path.startsWith('/embed/')
}
