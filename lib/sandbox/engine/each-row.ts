import 'server-only'

/** Calls `draw` for every row from the top. */
export function eachRow({ height }: { height: number }, draw: (y: number) => void): void {
  for (let y = 0; y < height; y++) draw(y)
}
