/** Marks a drag as a move within the list; the page's drop zone lets it pass. */
export const moveType = 'application/x-diptych-move'

/**
 * Puts a picture that has just been stored into the list: after those chosen before it and before those chosen after
 * it, whichever arrived first. A picture that is already there is not put in twice.
 *
 * @param chosen  asset id → when it was chosen; pictures from elsewhere are absent and stay in front
 */
export function placePicture(
  images: readonly string[],
  id: string,
  chosen: ReadonlyMap<string, number>,
): string[] {
  if (images.includes(id)) return [...images]
  const own = chosen.get(id) ?? Infinity
  const later = images.findIndex((other) => (chosen.get(other) ?? -1) > own)
  return later < 0 ? [...images, id] : images.toSpliced(later, 0, id)
}

/** The list with one picture moved to another place. */
export function movePicture(images: readonly string[], from: number, to: number): string[] {
  const moved = images[from]
  if (moved === undefined || to < 0 || to >= images.length) return [...images]
  return images.toSpliced(from, 1).toSpliced(to, 0, moved)
}
