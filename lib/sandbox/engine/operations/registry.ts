import 'server-only'
import type { ListedOperation } from '../operation'
import { blackAndWhite } from './colour/black-and-white'
import { blur } from './detail/blur'
import { brightness } from './tone/brightness'
import { contrast } from './tone/contrast'
import { crop } from './geometry/crop'
import { flip } from './geometry/flip'
import { glow } from './detail/glow'
import { goldenHour } from './golden-hour'
import { invert } from './colour/invert'
import { night } from './night'
import { pencilSketch } from './pencil-sketch'
import { pixelate } from './detail/pixelate'
import { fillMask } from './fill-mask'
import { posterise } from './colour/posterise'
import { putTogether } from './put-together'
import { rotate } from './geometry/rotate'
import { saturation } from './colour/saturation'
import { sepia } from './colour/sepia'
import { sharpen } from './detail/sharpen'
import { temperature } from './colour/temperature'
import { tint } from './colour/tint'
import { vignette } from './tone/vignette'
import { watercolour } from './watercolour'

/** Everything the engine can do to a picture. A new operation is one file and one line here. */
export const operations: readonly ListedOperation[] = [
  blackAndWhite,
  sepia,
  brightness,
  contrast,
  saturation,
  temperature,
  tint,
  invert,
  posterise,
  blur,
  sharpen,
  pixelate,
  vignette,
  glow,
  night,
  goldenHour,
  pencilSketch,
  watercolour,
  rotate,
  flip,
  crop,
  putTogether,
  fillMask,
]
