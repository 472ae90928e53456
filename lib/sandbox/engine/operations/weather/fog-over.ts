import 'server-only'
import type { Light } from '@/lib/sandbox/engine/landscape/canvas'
import { layered, noiseOf } from '@/lib/sandbox/engine/noise'
import { coarsePlane } from '@/lib/sandbox/engine/pixels/coarse'
import type { FloatPicture, Plane } from '@/lib/sandbox/engine/pixels/float-picture'
import { clamp } from '@/lib/sandbox/engine/pixels/numbers'

/** Lays fog in place, in drifts; what is higher in the picture is taken to be farther away, the sky farthest. */
export function addFog(
  { width, height, data }: FloatPicture,
  { thick, colour, sky, seed }: { thick: number; colour: Light; sky: Plane | undefined; seed: number },
): void {
  const noise = noiseOf(seed)
  const [left, top] = [(seed % 97) / 10, (seed % 89) / 10]
  const drifts = coarsePlane({ width, height }, 4, (x, y) =>
    layered(noise, (x / width) * 3 + left, (y / height) * 7 + top, 5),
  ).data
  for (let y = 0, at = 0; y < height; y++) {
    const high = 1 - (y + 0.5) / height
    for (let x = 0; x < width; x++, at++) {
      const far = sky ? Math.max(sky.data[at]!, high) : high
      const drift = drifts[at]!
      const share = clamp(thick * (0.3 + 0.7 * far ** 0.8) * (0.72 + 0.55 * drift), 0, 0.97)
      for (let channel = 0, to = at * 3; channel < 3; channel++, to++)
        data[to] = data[to]! + (colour[channel]! - data[to]!) * share
    }
  }
}
