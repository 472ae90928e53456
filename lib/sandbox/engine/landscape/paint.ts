import 'server-only'
import { atMost } from '../at-most'
import { noiseOf } from '../noise'
import { addFlakes } from '../operations/weather/flakes'
import { addRain } from '../operations/weather/streaks'
import type { Picture } from '../picture'
import { paintAbstract } from './abstract/paint-abstract'
import { finish, newCanvas, type Canvas } from './canvas'
import { paintCity } from './city/paint-city'
import type { Scene } from './scene'
import { paintSky, skyOf } from './sky'
import { skyWish } from './sky-wish'
import { paintSpace } from './space/paint-space'
import { paintTerrain } from './terrain/paint-terrain'

type Size = { width: number; height: number }

/** Larger pictures are painted at this and enlarged: time and memory grow with the pixels. */
const longest = 1536

/**
 * Paints a scene. The same seed paints the same pixels; another seed another place, light and sky. Takes one to two
 * seconds for a square of 1024.
 */
export async function paintLandscape(scene: Scene, size: Size, seed: number): Promise<Picture> {
  const { width, height } = size
  const blank: Picture = { pixels: new Uint8Array(width * height * 3), width, height, channels: 3 }
  return atMost(blank, longest, (small) => finish(paint(scene, small, seed), noiseOf(seed + 4)))
}

function paint(scene: Scene, { width, height }: Size, seed: number): Canvas {
  const canvas = paintPlace(scene, { width, height }, seed)
  const picture = { width, height, data: canvas.values }
  if (scene.weather === 'rain') addRain(picture, 1, seed + 41)
  if (scene.weather === 'storm' && scene.place !== 'sky') addRain(picture, 0.7, seed + 41)
  if (scene.weather === 'snowfall') addFlakes(picture, 1.2, seed + 43)
  return canvas
}

function paintPlace(scene: Scene, size: Size, seed: number): Canvas {
  switch (scene.place) {
    case 'city':
      return paintCity(scene, size, seed)
    case 'space':
      return paintSpace(scene, size, seed)
    case 'abstract':
      return paintAbstract(scene, size, seed)
    case 'sky': {
      const canvas = newCanvas(size)
      paintSky(canvas, skyOf(skyWish(scene), 1.08, canvas.wide, seed * 13 + 5), seed + 2)
      return canvas
    }
    default:
      return paintTerrain(scene, scene.place, size, seed)
  }
}
