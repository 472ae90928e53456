import 'server-only'
import { lengthOf } from '@/lib/sandbox/engine/pixels/numbers'
import { randomNumbers } from '../random'
import type { Canvas } from './canvas'

interface Bolt {
  u: number
  v: number
  /** Where it strikes. */
  end: number
  lean: number
  strength: number
}

/** One forked bolt from the clouds to the horizon, and the flash around it. */
export function paintLightning(canvas: Canvas, horizon: number, seed: number): void {
  const { width, height, wide, values } = canvas
  const random = randomNumbers(seed)
  const start = wide * (0.2 + 0.6 * random())
  const glow = new Float32Array(width * height)
  const bolts: Bolt[] = [
    { u: start, v: horizon * 0.12, end: horizon, lean: (random() - 0.5) * 0.4, strength: 1 },
  ]
  // Forks are drawn when their turn comes; no more than these, whatever the numbers.
  for (let drawn = 0; drawn < Math.min(bolts.length, 9); drawn++) drawBolt(bolts[drawn]!)
  for (let at = 0; at < glow.length; at++) {
    const x = at % width
    const y = Math.floor(at / width)
    const off = lengthOf(x / height - start, (y / height - horizon * 0.4) * 0.6)
    const flash = y < horizon * height ? 0.2 * Math.exp(-off * 4) : 0
    const light = Math.min(1.2, glow[at]!)
    values[at * 3] = values[at * 3]! + flash * 0.8 + light * 0.92
    values[at * 3 + 1] = values[at * 3 + 1]! + flash * 0.82 + light * 0.93
    values[at * 3 + 2] = values[at * 3 + 2]! + flash + light
  }

  function drawBolt(bolt: Bolt) {
    let { u, v } = bolt
    const step = 0.012
    let bend = bolt.lean
    while (v < bolt.end) {
      bend = bolt.lean + (random() - 0.5) * 2.4
      const nextU = u + bend * step
      const nextV = v + step * (0.6 + 0.6 * random())
      drawPiece(u, v, nextU, nextV, bolt.strength)
      if (random() < 0.06 && bolts.length < 9)
        bolts.push({
          u: nextU,
          v: nextV,
          end: nextV + 0.05 + 0.16 * random(),
          lean: bend * 1.3,
          strength: bolt.strength * 0.45,
        })
      u = nextU
      v = nextV
    }
  }

  function drawPiece(fromU: number, fromV: number, toU: number, toV: number, strength: number) {
    const core = Math.max(0.8, height / 700) * (0.4 + 0.6 * strength)
    const reach = Math.ceil(core * 7)
    const points = Math.max(2, Math.ceil(lengthOf(toU - fromU, toV - fromV) * height))
    for (let point = 0; point < points; point++) {
      const x = (fromU + ((toU - fromU) * point) / points) * height
      const y = (fromV + ((toV - fromV) * point) / points) * height
      for (let row = Math.max(0, Math.floor(y - reach)); row <= Math.min(height - 1, y + reach); row++)
        for (
          let column = Math.max(0, Math.floor(x - reach));
          column <= Math.min(width - 1, x + reach);
          column++
        ) {
          const off = lengthOf(column - x, row - y) / core
          const light = strength * (off < 1 ? 1 : 0.34 * Math.exp(-(off - 1) * 0.7))
          if (light > glow[row * width + column]!) glow[row * width + column] = light
        }
    }
  }
}
