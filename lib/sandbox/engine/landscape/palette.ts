import 'server-only'
import { light, mixLight, type Light } from './canvas'
import type { Time } from './scene'

/** The light of a time of day. */
export interface Palette {
  zenith: Light
  middle: Light
  /** At the horizon away from the sun, and below it. */
  horizon: Light
  glow: Light
  sun: Light
  cloudLit: Light
  cloudShade: Light
  /** What far things fade into. */
  haze: Light
  /** By what the ground's own colours are multiplied: what the sun adds where it meets them, and the sky everywhere. */
  sunlight: Light
  shadow: Light
  /** How high the sun or moon stands: 0 at the horizon, 1 at the top. */
  sunHeight: readonly [lowest: number, highest: number]
}

const day: Palette = {
  zenith: light('#2b6cb5'),
  middle: light('#6fa9df'),
  horizon: light('#cfe3f1'),
  glow: light('#e4eff6'),
  sun: light('#fff8e2'),
  cloudLit: light('#ffffff'),
  cloudShade: light('#94a6bd'),
  haze: light('#b9d0e4'),
  sunlight: [1.18, 1.08, 0.9],
  shadow: [0.34, 0.41, 0.54],
  sunHeight: [0.5, 0.9],
}
const clearMorning: Palette = {
  ...day,
  zenith: light('#3d7cc0'),
  middle: light('#8abbe4'),
  horizon: light('#e6e9e4'),
  glow: light('#fbf0d6'),
  haze: light('#cddbe4'),
  sunlight: [1.26, 1.06, 0.78],
  sunHeight: [0.35, 0.6],
}
const gold: Palette = {
  zenith: light('#3a5488'),
  middle: light('#9a8a9c'),
  horizon: light('#e0a678'),
  glow: light('#ffc266'),
  sun: light('#fff0c4'),
  cloudLit: light('#ffb978'),
  cloudShade: light('#6b5a74'),
  haze: light('#d9a07c'),
  sunlight: [1.5, 0.92, 0.5],
  shadow: [0.34, 0.31, 0.42],
  sunHeight: [0.06, 0.26],
}
const rose: Palette = {
  ...gold,
  zenith: light('#33406f'),
  middle: light('#9a6590'),
  horizon: light('#dd8e8c'),
  glow: light('#ffb072'),
  cloudLit: light('#ff9d85'),
  cloudShade: light('#5c4672'),
  haze: light('#c98a8c'),
  sunlight: [1.4, 0.82, 0.56],
  shadow: [0.34, 0.28, 0.44],
}
const ember: Palette = {
  ...gold,
  zenith: light('#232b52'),
  middle: light('#6d3f5e'),
  horizon: light('#c65a44'),
  glow: light('#ff9238'),
  cloudLit: light('#f4703e'),
  cloudShade: light('#3d2a48'),
  haze: light('#a5584c'),
  sunlight: [1.4, 0.7, 0.36],
  shadow: [0.28, 0.22, 0.34],
  sunHeight: [0.02, 0.14],
}
const dawn: Palette = {
  zenith: light('#6c92bf'),
  middle: light('#c3bccb'),
  horizon: light('#ecc9b8'),
  glow: light('#ffe2ae'),
  sun: light('#fffbe6'),
  cloudLit: light('#ffe0cc'),
  cloudShade: light('#a39ab6'),
  haze: light('#e3cdc6'),
  sunlight: [1.16, 0.9, 0.68],
  shadow: [0.42, 0.42, 0.54],
  sunHeight: [0.06, 0.28],
}
const coolDawn: Palette = {
  ...dawn,
  zenith: light('#4f7299'),
  middle: light('#9fb0c2'),
  horizon: light('#dcc8bd'),
  glow: light('#ffd8a0'),
  haze: light('#c3c6cc'),
  shadow: [0.36, 0.4, 0.52],
}
const night: Palette = {
  zenith: light('#050a1c'),
  middle: light('#0d1c3f'),
  horizon: light('#25436e'),
  glow: light('#365a86'),
  sun: light('#f2f3e6'),
  cloudLit: light('#4a5e88'),
  cloudShade: light('#0c142c'),
  haze: light('#1b3156'),
  sunlight: [0.34, 0.42, 0.6],
  shadow: [0.1, 0.135, 0.24],
  sunHeight: [0.45, 0.85],
}
const tealNight: Palette = {
  ...night,
  zenith: light('#04101c'),
  middle: light('#0b2636'),
  horizon: light('#1f5062'),
  glow: light('#3a7383'),
  haze: light('#16394a'),
  shadow: [0.085, 0.145, 0.2],
}

/** Kinds of light at one time of day; the seed takes one. */
export const palettes: Record<Time, readonly Palette[]> = {
  day: [day, clearMorning, day],
  sunset: [gold, rose, ember],
  dawn: [dawn, coolDawn],
  night: [night, tealNight, night],
}

/** Under closed cloud the sun has no side, and what the sky sends is all there is. @param share 1 under a storm */
export function overcast(palette: Palette, share: number): Palette {
  const grey = (colour: Light, keep = 0.2, lightness = 1): Light => {
    const luma = 0.3 * colour[0] + 0.59 * colour[1] + 0.11 * colour[2]
    return mixLight(colour, mixLight([luma * 0.96, luma, luma * 1.05], colour, keep), share).map(
      (value) => value * (1 + (lightness - 1) * share),
    ) as unknown as Light
  }
  return {
    ...palette,
    zenith: grey(palette.zenith, 0.3, 0.85),
    middle: grey(palette.middle, 0.25, 0.75),
    horizon: grey(palette.horizon, 0.3, 0.82),
    glow: grey(palette.glow, 0.45, 0.85),
    cloudLit: grey(palette.cloudLit, 0.3, 0.72),
    cloudShade: grey(palette.cloudShade, 0.3, 0.42),
    haze: grey(palette.haze, 0.3, 0.8),
    sunlight: grey(palette.sunlight, 0.3, 1 - 0.75 * share),
    shadow: grey(palette.shadow, 0.4, 1.25),
  }
}

/** A sky in a colour of choice: its hue everywhere, the light as it was. */
export function tinted(palette: Palette, colour: Light): Palette {
  const luma = (one: Light) => 0.3 * one[0] + 0.59 * one[1] + 0.11 * one[2]
  const towards = (one: Light, share: number): Light => {
    const own = Math.max(0.08, luma(colour))
    const level = luma(one)
    const dyed: Light =
      level < own
        ? (colour.map((value) => (value * level) / own) as unknown as Light)
        : mixLight(colour, [1, 1, 1], Math.min(1, (level - own) / Math.max(0.05, 1 - own)))
    return mixLight(one, dyed, share)
  }
  return {
    ...palette,
    zenith: towards(palette.zenith, 0.92),
    middle: towards(palette.middle, 0.92),
    horizon: towards(palette.horizon, 0.85),
    glow: towards(palette.glow, 0.75),
    cloudLit: towards(palette.cloudLit, 0.35),
    cloudShade: towards(palette.cloudShade, 0.75),
    haze: towards(palette.haze, 0.8),
    sunlight: towards(palette.sunlight, 0.3),
    shadow: towards(palette.shadow, 0.5),
  }
}
