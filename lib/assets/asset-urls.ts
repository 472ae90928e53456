/** Widths in pixels at which pictures are prepared for display; each is made once and then served from storage. */
export const variantWidths = [160, 320, 640, 1280] as const
export type VariantWidth = (typeof variantWidths)[number]

/** The stored picture itself. Content-addressed, so cached for ever. */
export function assetUrl(id: string): string {
  return sharedUrl(id) ?? `/assets/${id}`
}

/** The picture at the smallest prepared width that is at least `width` pixels, as WebP; the picture itself beyond. */
export function variantUrl(id: string, width: number): string {
  const prepared = variantWidths.find((candidate) => candidate >= width)
  if (!prepared) return assetUrl(id)
  const shared = sharedUrl(id)
  return shared ? `${shared}?width=${prepared}` : `/assets/${id}/${prepared}`
}

const sharedPrefix = 'shared/'

/**
 * The id by which pages of a link know a picture: it names the link and the picture's place on it, so that nothing tells
 * which stored picture that is. All that shows pictures by their ids shows these alike.
 *
 * @param name  such as "before-1"
 */
export function sharedPictureId(token: string, name: string): string {
  return `${sharedPrefix}${token}/${name}`
}

function sharedUrl(id: string): string | undefined {
  if (!id.startsWith(sharedPrefix)) return undefined
  const [token, name] = id.slice(sharedPrefix.length).split('/')
  return `/s/${token}/pictures/${name}`
}
