/** Widths in pixels at which pictures are prepared for display; each is made once and then served from storage. */
export const variantWidths = [160, 320, 640, 1280] as const
export type VariantWidth = (typeof variantWidths)[number]

/** The stored picture itself. Content-addressed, so cached for ever. */
export function assetUrl(id: string): string {
  return `/assets/${id}`
}

/** The picture at the smallest prepared width that is at least `width` pixels, as WebP; the picture itself beyond. */
export function variantUrl(id: string, width: number): string {
  const prepared = variantWidths.find((candidate) => candidate >= width)
  return prepared ? `/assets/${id}/${prepared}` : assetUrl(id)
}
