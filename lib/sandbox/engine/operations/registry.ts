import 'server-only'
import type { ListedOperation } from '../operation'
import { blackAndWhite } from './black-and-white'
import { blur } from './blur'
import { brightness } from './brightness'
import { contrast } from './contrast'
import { crop } from './crop'
import { flip } from './flip'
import { glow } from './glow'
import { goldenHour } from './golden-hour'
import { invert } from './invert'
import { night } from './night'
import { pencilSketch } from './pencil-sketch'
import { pixelate } from './pixelate'
import { fillMask } from './fill-mask'
import { posterise } from './posterise'
import { putTogether } from './put-together'
import { rotate } from './rotate'
import { saturation } from './saturation'
import { sepia } from './sepia'
import { sharpen } from './sharpen'
import { temperature } from './temperature'
import { tint } from './tint'
import { vignette } from './vignette'
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
