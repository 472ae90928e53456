import 'server-only'
import { light, type Light } from './canvas'
import type { Time } from './scene'

/** The light of a time of day. */
export interface Palette {
  zenith: Light
  middle: Light
  horizon: Light
  sun: Light
  cloudLit: Light
  cloudShade: Light
  /** What far things fade into. */
  haze: Light
  /** By what the ground's own colours are multiplied where the sun meets them, and where it does not. */
  sunlight: Light
  shadow: Light
  /** How high the sun or moon stands: 0 at the horizon, 1 at the top. */
  sunHeight: readonly [lowest: number, highest: number]
}

export const palettes: Record<Time, Palette> = {
  day: {
    zenith: light('#2f72bd'),
    middle: light('#7db4e3'),
    horizon: light('#dcecf6'),
    sun: light('#fffbe8'),
    cloudLit: light('#ffffff'),
    cloudShade: light('#a9bacd'),
    haze: light('#bfd6ea'),
    sunlight: [1.22, 1.16, 1.0],
    shadow: [0.5, 0.58, 0.74],
    sunHeight: [0.55, 0.85],
  },
  sunset: {
    zenith: light('#2f3d70'),
    middle: light('#c65f79'),
    horizon: light('#ffb765'),
    sun: light('#fff0bd'),
    cloudLit: light('#ffa566'),
    cloudShade: light('#6a4468'),
    haze: light('#ef9f74'),
    sunlight: [1.5, 0.92, 0.56],
    shadow: [0.4, 0.3, 0.42],
    sunHeight: [0.1, 0.3],
  },
  dawn: {
    zenith: light('#5f88bb'),
    middle: light('#eab0ae'),
    horizon: light('#ffe3b4'),
    sun: light('#fffbe2'),
    cloudLit: light('#ffd9c2'),
    cloudShade: light('#9a90b4'),
    haze: light('#f1d2c2'),
    sunlight: [1.28, 1.0, 0.78],
    shadow: [0.46, 0.46, 0.6],
    sunHeight: [0.12, 0.34],
  },
  night: {
    zenith: light('#050a1e'),
    middle: light('#0f2148'),
    horizon: light('#2d4f80'),
    sun: light('#f2f3e6'),
    cloudLit: light('#3a4f7a'),
    cloudShade: light('#0d1530'),
    haze: light('#1f3861'),
    sunlight: [0.4, 0.5, 0.74],
    shadow: [0.1, 0.14, 0.27],
    sunHeight: [0.45, 0.8],
  },
}
