import 'server-only'
import { gaussianBlur } from '../pixels/blur'
import type { Picture } from '../picture'
import { emptyPlane, resizeFloat, type Plane } from '../pixels/float-picture'
import { toLab, type LabPicture } from '../pixels/lab'
import { reducePicture } from '../pixels/stretch'
import { growSky } from './grow-sky'
import { refine } from './refine'
import { findSkyBorder, gradientOf } from './sky-border'

export interface Sky {
  cover: Plane
  /** 0 to about 2. */
  confidence: number
  /** Its share of the picture, 0 to 1. */
  share: number
  /** How blue it is: the mean of -b*; a cloudless sky has 20 and more, a wall or a grey sky about 0. */
  blue: number
}

const longest = 256

/** The sky without a network: smooth, at the top, and unlike what is below. */
export async function findSky(picture: Picture): Promise<Sky> {
  const scale = Math.min(1, longest / Math.max(picture.width, picture.height))
  const width = Math.max(1, Math.round(picture.width * scale))
  const height = Math.max(1, Math.round(picture.height * scale))
  // Most of the way by means of squares, which is the quickest.
  const grain = Math.floor(1 / scale)
  const reduced = { grain, picture: reducePicture(picture, grain) }
  const small = await resizeFloat(reduced.picture, width, height)
  const lab = toLab(small)
  const gradient = gradientOf(small)
  const border = findSkyBorder(lab, gradient)
  if (!border) return { cover: emptyPlane(picture.width, picture.height), confidence: 0, share: 0, blue: 0 }
  const sky = growSky(lab, gradient, border)
  const share = sky.data.reduce((sum, value) => sum + value, 0) / (width * height)
  const atTop = sky.data.subarray(0, width).reduce((sum, value) => sum + value, 0) / width
  const refinement = { radius: 14, epsilon: 3e-4, follow: 1, ramp: [0.3, 0.75] } as const
  const cover = refine(picture, gaussianBlur(sky, 0.7), refinement, reduced)
  return { cover, confidence: border.energy * atTop, share, blue: bluenessOf(lab, sky) }
}

function bluenessOf({ data }: LabPicture, sky: Plane): number {
  let sum = 0
  let count = 0
  for (let at = 0; at < sky.data.length; at++)
    if (sky.data[at]! > 0) {
      sum -= data[at * 3 + 2]!
      count++
    }
  return sum / Math.max(1, count)
}
