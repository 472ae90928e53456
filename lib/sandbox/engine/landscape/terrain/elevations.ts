import 'server-only'
import { layered } from '@/lib/sandbox/engine/noise'
import { lengthOf, smoothStep } from '@/lib/sandbox/engine/pixels/numbers'
import { randomNumbers } from '@/lib/sandbox/engine/random'
import { gradientNoise, ridges } from '../gradient-noise'
import type { Place } from '../scene'
import type { Elevation } from './grid'

/** The shape of a land, and how one looks at it. */
export interface Land {
  elevation: Elevation
  /** v of the horizon and height of the eye above the water. */
  horizon: number
  eye: number
}

export type LandPlace = Exclude<Place, 'city' | 'space' | 'sky' | 'abstract'>

interface Draw {
  vary(low: number, high: number): number
  chance(share: number): boolean
  noise: ReturnType<typeof gradientNoise>
  bend: ReturnType<typeof gradientNoise>
  water: 'lake' | 'river' | undefined
}

/** The land of a place; other seeds give another range, another valley, another shore. */
export function landOf(place: LandPlace, water: 'lake' | 'river' | undefined, seed: number): Land {
  const random = randomNumbers(seed)
  const draw: Draw = {
    vary: (low, high) => low + (high - low) * random(),
    chance: (share) => random() < share,
    noise: gradientNoise(seed + 1),
    bend: gradientNoise(seed + 2),
    water,
  }
  const land = lands[place](draw)
  // One does not stand inside a hill.
  const floor = water || isWet(place) ? 0 : -1
  let under = floor
  for (let z = 0.03; z < 0.16; z += 0.01) under = Math.max(under, land.elevation(0, z, 5))
  return { ...land, eye: Math.max(land.eye, under + 0.018) }
}

export function isWet(place: LandPlace): boolean {
  return place === 'sea' || place === 'beach' || place === 'island'
}

const lands: Record<LandPlace, (draw: Draw) => Land> = {
  mountains(draw) {
    const { vary, noise, bend, water } = draw
    const scale = vary(0.8, 1.25)
    const high = vary(0.58, 0.9)
    const begins = water ? vary(0.7, 0.95) : vary(0.45, 0.8)
    const startX = vary(0, 60)
    const startZ = vary(0, 60)
    // A summit that leads, or a valley that opens between two ranges.
    const valley = draw.chance(0.4)
    const middle = vary(-0.35, 0.35)
    const broad = vary(0.3, 0.5)
    const basin = waterOf(draw)
    return {
      horizon: vary(0.46, 0.56),
      eye: vary(0.05, 0.09),
      elevation(x, z, detail) {
        const warpX = (bend(x * 0.9 + startX, z * 0.9) - 0.5) * 0.9
        const warpZ = (bend(x * 0.9, z * 0.9 + startZ) - 0.5) * 0.9
        const ridge = ridges(noise, (x + warpX) * scale + startX, (z + warpZ) * scale + startZ, detail)
        const off = (x / z - middle) / broad
        const lead = valley
          ? 0.25 + 0.75 * (1 - Math.exp(-off * off))
          : 0.45 + 0.75 * Math.exp(-off * off * 0.7)
        const range = smoothStep(begins * 0.55, begins + 0.8, z) * lead
        const foot = 0.05 * layered(noise, x * 2.6 + 7, z * 2.6, Math.min(6, detail)) - 0.02
        return basin(x, z, foot + range * ridge ** 1.15 * high)
      },
    }
  },
  hills(draw) {
    const { vary, noise, bend } = draw
    const scale = vary(1.1, 2)
    const high = vary(0.2, 0.32)
    const far = vary(0.02, 0.24)
    const startX = vary(0, 60)
    const startZ = vary(0, 60)
    const basin = waterOf(draw)
    return {
      horizon: vary(0.42, 0.52),
      eye: vary(0.08, 0.14),
      elevation(x, z, detail) {
        const warp = (bend(x * 0.8 + startX, z * 0.8) - 0.5) * 0.7
        const rolling =
          layered(noise, (x + warp) * scale + startX, (z - warp) * scale + startZ, Math.min(detail, 4)) - 0.32
        const fine = (layered(noise, x * 6 + 3, z * 6, Math.min(detail, 5)) - 0.5) * 0.014
        const range =
          far * smoothStep(1.6, 3, z) * ridges(noise, x * 0.7 + startZ, z * 0.7, Math.min(detail, 7))
        return basin(x, z, rolling * high + fine + range)
      },
    }
  },
  forest(draw) {
    const { vary, noise, bend } = draw
    const scale = vary(0.8, 1.2)
    const high = vary(0.22, 0.36)
    const startX = vary(0, 60)
    const startZ = vary(0, 60)
    const basin = waterOf(draw)
    return {
      horizon: vary(0.38, 0.5),
      eye: vary(0.06, 0.1),
      elevation(x, z, detail) {
        const warp = (bend(x * 0.8 + startX, z * 0.8) - 0.5) * 0.7
        const rolling =
          layered(noise, (x + warp) * scale + startX, z * scale * 1.3 + startZ, Math.min(detail, 4)) - 0.34
        const range =
          smoothStep(0.9, 2.4, z) * ridges(noise, x * 0.6 + startZ, z * 0.6, Math.min(detail, 7)) * high
        return basin(x, z, rolling * 0.2 * smoothStep(0, 0.4, z) + range)
      },
    }
  },
  desert({ vary, noise, bend, chance }) {
    const scale = vary(1.5, 2.4)
    const turn = vary(0.5, 1.6) * (chance(0.5) ? 1 : -1)
    const high = vary(0.1, 0.15)
    const startX = vary(0, 60)
    const startZ = vary(0, 60)
    const sharp = vary(0.6, 0.85)
    const mesas = chance(0.35)
    return {
      horizon: vary(0.4, 0.5),
      eye: vary(0.13, 0.18),
      elevation(x, z, detail) {
        const warp = (layered(bend, x * 0.9 + startX, z * 0.9 + startZ, 3) - 0.5) * 2
        // Dunes: long rises in the wind, short falls behind their crests.
        const along = (z + x * turn + warp * 0.5) * scale
        const phase = along - Math.floor(along)
        const rise = (phase / sharp) ** 1.7
        const fall = ((1 - phase) / (1 - sharp)) ** 1.2
        // The lower of the two; the crest is rounded, the more the farther it is, or steps would show along it.
        const dune = Math.max(0, 0.5 * (rise + fall - Math.sqrt((rise - fall) ** 2 + (0.1 + 0.07 * z) ** 2)))
        const strength = 0.25 + 0.9 * layered(noise, x * 1.1 + startX, z * 1.1, 2)
        const broad = (layered(noise, x * 0.6, z * 0.6 + startZ, Math.min(3, detail)) - 0.5) * 0.16
        const table = mesas
          ? smoothStep(0.56, 0.6, layered(noise, x * 0.8 + 31, z * 0.8, 4)) * smoothStep(1.7, 2.4, z) * 0.3
          : 0
        return dune * strength * high * 1.25 + broad + table
      },
    }
  },
  canyon({ vary, noise, bend }) {
    const startX = vary(0, 60)
    const startZ = vary(0, 60)
    const scale = vary(0.8, 1.2)
    const middle = vary(-0.15, 0.15)
    const broad = vary(0.2, 0.34)
    const high = vary(0.34, 0.48)
    return {
      horizon: vary(0.4, 0.5),
      eye: vary(0.1, 0.16),
      elevation(x, z, detail) {
        const warp = (layered(bend, x * 1.2 + startX, z * 1.2 + startZ, 4) - 0.5) * 1.1
        const off = Math.abs(x - middle * z - warp * 0.45) / (broad * (0.5 + z * 0.5))
        const wall = smoothStep(
          0.55,
          1.5,
          off + (layered(noise, x * 2 * scale, z * 2 * scale, Math.min(6, detail)) - 0.5) * 0.9,
        )
        const raw =
          wall * high * (0.55 + 0.7 * layered(noise, x * 0.9 + startX, z * 0.9, 3)) * smoothStep(0.1, 0.7, z)
        // Layers of rock: steep where they break off, flat on top.
        const layers = 9
        const level = (raw / high) * layers
        const stepped = (Math.floor(level) + smoothStep(0.25, 0.75, level - Math.floor(level))) / layers
        const rubble = (layered(noise, x * 9, z * 9, Math.max(2, Math.min(5, detail - 2))) - 0.5) * 0.02
        return raw * 0.35 + stepped * high * 0.65 + rubble
      },
    }
  },
  sea({ vary, noise, chance }) {
    const coast = chance(0.6)
    const side = chance(0.5) ? -1 : 1
    const start = vary(0, 60)
    const high = vary(0.08, 0.22)
    return {
      horizon: vary(0.42, 0.6),
      eye: vary(0.05, 0.08),
      elevation(x, z, detail) {
        if (!coast || z < 1.2) return -0.05
        const land = smoothStep(0.05, 0.7, (side * x) / z - 0.02) * smoothStep(1.4, 2.1, z)
        return -0.05 + land * (0.06 + high * ridges(noise, x * 0.8 + start, z * 0.8, Math.min(detail, 7)))
      },
    }
  },
  beach({ vary, noise, bend, chance }) {
    const side = chance(0.5) ? -1 : 1
    const start = vary(0, 60)
    const away = vary(0.01, 0.1)
    const lean = vary(0.05, 0.2)
    const head = vary(0.12, 0.26)
    return {
      horizon: vary(0.4, 0.5),
      eye: vary(0.055, 0.075),
      elevation(x, z, detail) {
        const cusp = (layered(bend, x * 1.5 + start, z * 1.5, 3) - 0.5) * 0.22
        const inland = side * x - away + 0.16 - z * lean + cusp * Math.min(1, z * 2.5)
        const rise = inland < 0 ? inland * 0.3 : inland * 0.07 + smoothStep(0.3, 1.1, inland) * 0.1
        const ripple = (layered(noise, x * 12, z * 12, Math.min(4, detail)) - 0.5) * 0.003
        const land = smoothStep(0.25, 0.7, (side * x) / z) * smoothStep(0.9, 2.1, z)
        const headland = land * head * ridges(noise, x * 0.8 + start, z * 0.8, Math.min(detail, 7))
        return Math.max(-0.06, Math.min(0.2, rise)) + ripple + headland
      },
    }
  },
  island({ vary, noise, bend }) {
    const start = vary(0, 60)
    const middle = vary(-0.22, 0.22)
    const away = vary(0.95, 1.4)
    const broad = vary(0.34, 0.55)
    const high = vary(0.2, 0.36)
    return {
      horizon: vary(0.45, 0.56),
      eye: vary(0.06, 0.1),
      elevation(x, z, detail) {
        const warp = (layered(bend, x * 1.8 + start, z * 1.8, 4) - 0.5) * 0.34
        const off = lengthOf((x - middle * away) / broad, (z - away) / (broad * 0.7)) + warp
        const body = smoothStep(1.05, 0, off)
        return (
          -0.05 +
          body * 0.09 +
          body ** 1.8 * high * (0.35 + 1.1 * ridges(noise, x * 1.6 + start, z * 1.6, Math.min(detail, 7)))
        )
      },
    }
  },
}

/** Hollows a land for its lake or river: the ground below 0 is under water. */
function waterOf({ vary, bend, water }: Draw) {
  if (!water) return (_x: number, _z: number, ground: number) => ground
  const start = vary(0, 60)
  if (water === 'river') {
    const swing = vary(0.18, 0.34)
    const broad = vary(0.05, 0.09)
    return (x: number, z: number, ground: number) => {
      const bed = (bend(start, z * 1.3) - 0.5) * swing * 2.4 * (0.3 + z * 0.7)
      const off = Math.abs(x - bed) / (broad * (0.6 + z * 0.7))
      const valley = smoothStep(0.7, 4.5, off)
      return (
        -0.012 * (1 - smoothStep(0.75, 1, off)) +
        (Math.max(0, ground) * valley + 0.004 * smoothStep(0.95, 1.2, off))
      )
    }
  }
  const [middle, away, broad] = [vary(-0.12, 0.12), vary(0.34, 0.42), vary(0.5, 0.8)]
  return (x: number, z: number, ground: number) => {
    const shore = (bend(x * 2.2 + start, z * 2.2) - 0.5) * 0.5 + (bend(x * 7 + start, z * 7) - 0.5) * 0.12
    const off = lengthOf((x - middle) / (broad * (0.5 + z)), (z - away) / 0.4) + shore
    const land = smoothStep(0.86, 1.25, off)
    return ground * land + 0.012 * land - 0.03 * (1 - smoothStep(0.8, 1.02, off))
  }
}
