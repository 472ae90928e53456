import 'server-only'
import { mix, smoothStep } from '@/lib/sandbox/engine/pixels/numbers'
import { light, mixLight, type Light } from '../canvas'
import type { Season } from '../scene'
import { isWet, type LandPlace } from './elevations'

/** What is known of a place of the ground. */
export interface Spot {
  elevation: number
  /** 0 is level, 1 is as steep as 45°. */
  slope: number
  distance: number
  /** Noise as fine as the picture, and in patches, 0 to 1. */
  fine: number
  patch: number
}

const grass: Record<Season, readonly [Light, Light]> = {
  spring: [light('#6f9a3c'), light('#93b552')],
  summer: [light('#55802f'), light('#86984a')],
  autumn: [light('#9a7a34'), light('#b98f46')],
  winter: [light('#e6edf5'), light('#d3dfec')],
}
const woods: Record<Season, Light> = {
  spring: light('#3f6b30'),
  summer: light('#2c4f26'),
  autumn: light('#8a4f22'),
  winter: light('#55645f'),
}
const rock = [light('#6d6560'), light('#8f867c')] as const
const snow = light('#eef4fb')
const sand = [light('#e6cda2'), light('#d9bb8a')] as const
const dune = [light('#d8a263'), light('#c2803f')] as const
const strata = ['#a5532f', '#c4764a', '#8d4327', '#d49a6a', '#b3633a', '#9a4c2e'].map(light)

/** The ground's own colour, before any light falls on it. */
export function soilOf(place: LandPlace, season: Season, water: boolean): (spot: Spot) => Light {
  const [dark, pale] = grass[season]
  const growth = woods[season]
  const snowLine = season === 'winter' ? 0.02 : season === 'spring' ? 0.2 : 0.25
  return ({ elevation, slope, distance, fine, patch }) => {
    if (place === 'desert') return mixLight(dune[0], dune[1], patch * 0.8 + fine * 0.2 + slope * 0.1)
    if (place === 'canyon') return layersOf(elevation, slope, fine, patch)
    let own = mixLight(dark, pale, smoothStep(0.3, 0.7, patch * 0.75 + fine * 0.25))
    const wooded =
      smoothStep(0.48, 0.56, patch + (place === 'forest' ? 0.16 : 0)) * smoothStep(0.25, 0.6, distance)
    if (place !== 'hills') own = mixLight(own, growth, wooded * 0.8)
    else own = mixLight(own, growth, smoothStep(0.58, 0.62, patch) * 0.6)
    const bare = smoothStep(0.55, 1, slope + (fine - 0.5) * 0.4) * smoothStep(0.03, 0.12, elevation)
    const high = place === 'mountains' ? smoothStep(0.14, 0.26, elevation + (patch - 0.5) * 0.16) : 0
    own = mixLight(own, mixLight(rock[0], rock[1], fine), Math.max(bare, high))
    if (place === 'mountains' || season === 'winter') {
      const lies = smoothStep(snowLine - 0.04, snowLine + 0.05, elevation + (patch - 0.5) * 0.14)
      own = mixLight(own, snow, lies * smoothStep(2.7, 1.3, slope + (fine - 0.5) * 1.2))
    }
    if (season === 'spring' && place === 'hills') own = flowered(own, fine, patch, distance)
    if (water || isWet(place)) {
      const shore = isWet(place) ? 0.035 : 0.006
      const bank = smoothStep(shore, shore * 0.4, elevation + (fine - 0.5) * shore * 0.6)
      own = mixLight(own, mixLight(sand[0], sand[1], patch), season === 'winter' ? bank * 0.3 : bank)
      // Sand is dark where the water wets it.
      own = mixLight(own, [own[0] * 0.66, own[1] * 0.64, own[2] * 0.62], smoothStep(0.005, 0.001, elevation))
    }
    return own
  }
}

function layersOf(elevation: number, slope: number, fine: number, patch: number): Light {
  const level = elevation * 46 + patch * 1.6
  const at = Math.floor(level)
  const colour = (index: number) => strata[((index % strata.length) + strata.length) % strata.length]!
  const rocky = mixLight(colour(at), colour(at + 1), smoothStep(0.7, 1, level - at))
  const dust = mixLight(light('#c9905f'), light('#8f7a4a'), smoothStep(0.45, 0.65, patch) * 0.6)
  const shown = smoothStep(0.12, 0.4, slope)
  const own = mixLight(dust, rocky, shown)
  return own.map((value) => value * mix(0.86, 1.12, fine)) as unknown as Light
}

function flowered(own: Light, fine: number, patch: number, distance: number): Light {
  const bloom = smoothStep(0.66, 0.72, fine) * smoothStep(0.42, 0.55, patch) * smoothStep(1.2, 0.2, distance)
  const petals = patch > 0.52 ? light('#e7c64a') : light('#c783b5')
  return mixLight(own, petals, bloom * 0.75)
}
