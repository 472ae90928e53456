import 'server-only'
import { noiseOf } from '../noise'
import type { Picture } from '../picture'
import { finish, newCanvas } from './canvas'
import { landOf } from './grounds'
import { paintLayers } from './layers'
import { palettes } from './palette'
import type { Scene } from './scene'
import { paintSky, skyOf } from './sky'
import { paintWater } from './water'

/** Paints a landscape: sky, far land, water as its mirror, near land. The same seed paints the same pixels. */
export async function paintLandscape(
  scene: Scene,
  size: { width: number; height: number },
  seed: number,
): Promise<Picture> {
  const canvas = newCanvas(size)
  const land = landOf(scene, canvas, seed)
  const sky = skyOf(palettes[scene.time], scene.time === 'night', land.horizon, canvas.wide, seed + 1)
  paintSky(canvas, sky, seed + 2)
  paintLayers(canvas, land.behind, sky)
  if (land.shore !== undefined) paintWater(canvas, sky, land.shore, seed + 3)
  paintLayers(canvas, land.front, sky)
  return finish(canvas, noiseOf(seed + 4))
}
