import 'server-only'
import { setImmediate as nextTurn } from 'node:timers/promises'

/** Pixels worked on before other work of the process gets its turn: a few milliseconds. */
const band = 1 << 17

/** Calls `draw` for every row from the top, in turns, so that a large picture neither blocks nor outlives `signal`. */
export async function eachRow(
  { width, height }: { width: number; height: number },
  signal: AbortSignal | undefined,
  draw: (y: number) => void,
): Promise<void> {
  const rows = Math.max(1, Math.floor(band / width))
  for (let top = 0; top < height; top += rows) {
    signal?.throwIfAborted()
    for (let y = top; y < Math.min(height, top + rows); y++) draw(y)
    await nextTurn()
  }
}
