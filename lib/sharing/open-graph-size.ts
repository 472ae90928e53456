/** Pixels: what other sites ask of a link's picture. */
export const openGraphSize = { width: 1200, height: 630 } as const
