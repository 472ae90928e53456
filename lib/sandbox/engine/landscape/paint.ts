import 'server-only'
import { noiseOf } from '../noise'
import type { Picture } from '../picture'
import { finish, newCanvas, type Canvas } from './canvas'
import type { Scene } from './scene'
import { paintSky, skyOf } from './sky'
import { skyWish } from './sky-wish'
import { paintTerrain } from './terrain/paint-terrain'

type Size = { width: number; height: number }

/** Paints a scene. The same seed paints the same pixels; another seed another place, light and weather. */
export async function paintLandscape(scene: Scene, size: Size, seed: number): Promise<Picture> {
  return finish(paint(scene, size, seed), noiseOf(seed + 4))
}

function paint(scene: Scene, size: Size, seed: number): Canvas {
  switch (scene.place) {
    case 'city':
    case 'space':
    case 'abstract':
    case 'sky': {
      const canvas = newCanvas(size)
      paintSky(canvas, skyOf(skyWish(scene), 1.08, canvas.wide, seed * 13 + 5), seed + 2)
      return canvas
    }
    default:
      return paintTerrain(scene, scene.place, size, seed)
  }
}
