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
  signal?: AbortSignal,
): Promise<Picture> {
  const canvas = newCanvas(size)
  const land = landOf(scene, canvas, seed)
  const sky = skyOf(palettes[scene.time], scene.time === 'night', land.horizon, canvas.wide, seed + 1)
  await paintSky(canvas, sky, seed + 2, signal)
  await paintLayers(canvas, land.behind, sky, signal)
  if (land.shore !== undefined) await paintWater(canvas, sky, land.shore, seed + 3, signal)
  await paintLayers(canvas, land.front, sky, signal)
  return finish(canvas, noiseOf(seed + 4), signal)
}
