import 'server-only'
import { gaussianBlur } from '../pixels/blur'
import { emptyPlane, resizeFloat, type FloatPicture, type Plane } from '../pixels/float-picture'
import { toLab } from '../pixels/lab'
import { growSky } from './grow-sky'
import { refine } from './refine'
import { findSkyBorder, gradientOf } from './sky-border'

export interface Sky {
  cover: Plane
  /** 0 to about 2. */
  confidence: number
  /** Its share of the picture, 0 to 1. */
  share: number
}

const longest = 256

/** The sky without a network: smooth, at the top, and unlike what is below. */
export async function findSky(picture: FloatPicture): Promise<Sky> {
  const scale = Math.min(1, longest / Math.max(picture.width, picture.height))
  const width = Math.max(1, Math.round(picture.width * scale))
  const height = Math.max(1, Math.round(picture.height * scale))
  const small = await resizeFloat(picture, width, height)
  const lab = toLab(small)
  const gradient = gradientOf(small)
  const border = findSkyBorder(lab, gradient)
  if (!border) return { cover: emptyPlane(picture.width, picture.height), confidence: 0, share: 0 }
  const sky = growSky(lab, gradient, border)
  const share = sky.data.reduce((sum, value) => sum + value, 0) / (width * height)
  const atTop = sky.data.subarray(0, width).reduce((sum, value) => sum + value, 0) / width
  const cover = refine(picture, gaussianBlur(sky, 0.7), {
    radius: 14,
    epsilon: 3e-4,
    follow: 1,
    ramp: [0.3, 0.75],
  })
  return { cover, confidence: border.energy * atTop, share }
}
