import 'server-only'
import type { ListedOperation } from '../operation'
import { blackAndWhite } from './black-and-white'
import { blur } from './blur'
import { brightness } from './brightness'
import { contrast } from './contrast'
import { flip } from './flip'
import { saturation } from './saturation'
import { sepia } from './sepia'
import { temperature } from './temperature'

/** Everything the engine can do to a picture. A new operation is one file and one line here. */
export const operations: readonly ListedOperation[] = [
  blackAndWhite,
  sepia,
  brightness,
  contrast,
  saturation,
  temperature,
  blur,
  flip,
]
