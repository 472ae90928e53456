import 'server-only'
import { eachRow } from '../each-row'
import { smoothStep } from '../pixels/numbers'
import { randomNumbers } from '../random'
import { paintAurora } from './aurora'
import { mixLight, type Canvas, type Light } from './canvas'
import { paintClouds, type CloudKind } from './clouds'
import { paintLightning } from './lightning'
import { overcast, palettes, tinted, type Palette } from './palette'
import { paintMoon, paintStars, type MoonPhase } from './stars'
import type { Time } from './scene'

/** What the words ask of a sky; the seed settles the rest. */
export interface SkyWish {
  time: Time
  clouds?: CloudKind | undefined
  moon?: MoonPhase | undefined
  aurora?: boolean | undefined
  lightning?: boolean | undefined
  /** The colour the sky is to have. */
  colour?: Light | undefined
}

/** A sky with everything settled; it also lights the land below. Places in heights, as on the canvas. */
export interface Sky {
  palette: Palette
  night: boolean
  horizon: number
  /** The sun; by night the moon. */
  sun: { u: number; v: number }
  clouds: CloudKind
  moon: MoonPhase
  aurora: boolean
  lightning: boolean
}

const cloudChances: Record<Time, readonly CloudKind[]> = {
  day: ['puffy', 'wisps', 'few', 'puffy'],
  sunset: ['wisps', 'puffy', 'wisps', 'few'],
  dawn: ['wisps', 'few', 'wisps'],
  night: ['few', 'none', 'wisps'],
}

/** Settles a sky. @param horizon v where it ends; @param wide the canvas's width in heights */
export function skyOf(wish: SkyWish, horizon: number, wide: number, seed: number): Sky {
  const random = randomNumbers(seed)
  const pick = <T>(choices: readonly T[]) => choices[Math.floor(random() * choices.length)]!
  const own = pick(palettes[wish.time])
  const usual = pick(cloudChances[wish.time])
  const clouds = wish.clouds ?? usual
  const closed = clouds === 'storm' ? 1 : clouds === 'overcast' ? 0.8 : 0
  const coloured = wish.colour ? tinted(own, wish.colour) : own
  const palette = closed ? overcast(coloured, closed) : coloured
  const [lowest, highest] = palette.sunHeight
  const height = lowest + (highest - lowest) * random()
  const sun = { u: wide * (0.14 + 0.72 * random()), v: horizon * (1 - height) }
  const night = wish.time === 'night'
  const moon = wish.moon ?? (random() < 0.65 ? (random() < 0.6 ? 'full' : 'crescent') : 'none')
  return {
    palette,
    night,
    horizon,
    sun,
    clouds,
    moon: night ? moon : 'none',
    aurora: wish.aurora ?? false,
    lightning: wish.lightning ?? false,
  }
}

/** Gradient, sun or moon with its glow, stars and northern lights by night, clouds; covers the whole canvas. */
export function paintSky(canvas: Canvas, sky: Sky, seed: number): void {
  paintClear(canvas, sky)
  if (sky.night && sky.clouds !== 'storm' && sky.clouds !== 'overcast') {
    paintStars(canvas, sky, seed + 11)
    if (sky.aurora) paintAurora(canvas, sky.horizon, seed + 13)
    paintMoon(canvas, sky, seed + 17)
  }
  paintClouds(canvas, sky, seed + 19)
  if (sky.lightning) paintLightning(canvas, sky.horizon, seed + 23)
}

/** Whether the sun itself is to be seen. */
export function showsSun({ night, clouds }: Sky): boolean {
  return !night && clouds !== 'storm' && clouds !== 'overcast'
}

function paintClear(canvas: Canvas, sky: Sky): void {
  const { width, height, values } = canvas
  const { palette, sun, horizon } = sky
  const sunny = showsSun(sky)
  const lit = sunny || (sky.night && sky.moon !== 'none')
  // A high sun dazzles less of the sky than a low one, which shines through more air.
  const glare = 0.45 + 0.55 * smoothStep(0.45, 0.85, sun.v / horizon)
  eachRow(canvas, (y) => {
    const v = (y + 0.5) / height
    const down = Math.min(1, v / horizon)
    if (v > Math.max(horizon, sun.v + 0.04) && y > 0) {
      // Below the horizon land will be: what stands there only fills gaps.
      values.copyWithin(y * width * 3, (y - 1) * width * 3, y * width * 3)
      return
    }
    const base: Light =
      down < 0.55
        ? mixLight(palette.zenith, palette.middle, smoothStep(0, 1, down / 0.55))
        : mixLight(palette.middle, palette.horizon, smoothStep(0, 1, (down - 0.55) / 0.45))
    const low = smoothStep(0.25, 1, down)
    for (let x = 0, at = y * width * 3; x < width; x++, at += 3) {
      const dx = (x + 0.5) / height - sun.u
      const dy = v - sun.v
      const square = dx * dx + dy * dy
      const distance = Math.sqrt(square)
      // Below the sun the horizon glows, away from it the sky is cooler.
      const side = Math.exp(-dx * dx * 2.4) * low * (lit ? 0.9 : 0.35)
      const halo = !lit
        ? 0
        : sky.night
          ? Math.exp(-distance * 7) * 0.2
          : (Math.exp(-square * 60) * 0.36 + Math.exp(-distance * 5.5) * 0.24) * glare
      const disc = sunny ? smoothStep(0.025, 0.021, distance) * 0.7 : 0
      values[at] = base[0] + (palette.glow[0] - base[0]) * side + palette.sun[0] * (halo * 0.86 + disc)
      values[at + 1] = base[1] + (palette.glow[1] - base[1]) * side + palette.sun[1] * (halo * 0.74 + disc)
      values[at + 2] = base[2] + (palette.glow[2] - base[2]) * side + palette.sun[2] * (halo * 0.56 + disc)
    }
  })
}
