import 'server-only'
import type { Level } from './level'

/** Colours the hole from its rim inwards, ring by ring, each pixel by the mean of its known neighbours. In place. */
export function flowIn({ width, height, hole }: Level, colours: Float32Array): void {
  const known = Uint8Array.from(hole, (open) => 1 - open)
  let open: number[] = []
  for (let at = 0; at < hole.length; at++) if (hole[at]) open.push(at)
  while (open.length > 0) {
    const ring: number[] = []
    const later: number[] = []
    for (const at of open) (fromNeighbours(at) ? ring : later).push(at)
    if (ring.length === 0) return
    for (const at of ring) known[at] = 1
    open = later
  }

  function fromNeighbours(at: number): boolean {
    const x = at % width
    const y = Math.floor(at / width)
    let red = 0
    let green = 0
    let blue = 0
    let count = 0
    for (let row = Math.max(0, y - 1); row <= Math.min(height - 1, y + 1); row++)
      for (let column = Math.max(0, x - 1); column <= Math.min(width - 1, x + 1); column++) {
        const from = row * width + column
        if (!known[from]) continue
        red += colours[from * 3]!
        green += colours[from * 3 + 1]!
        blue += colours[from * 3 + 2]!
        count++
      }
    if (count === 0) return false
    colours[at * 3] = red / count
    colours[at * 3 + 1] = green / count
    colours[at * 3 + 2] = blue / count
    return true
  }
}
