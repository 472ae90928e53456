/** As many values as any engine's statement takes with room to spare. */
const mostAtOnce = 500

/** A long list in pieces that each fit into one statement. */
export function inChunks<T>(values: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(values.length / mostAtOnce) }, (_, index) =>
    values.slice(index * mostAtOnce, (index + 1) * mostAtOnce),
  )
}
