import 'server-only'
import { NotUnderstood } from '../engine'
import type { Picture } from '../picture'
import type { Scene } from './scene'

export async function paintLandscape(
  _scene: Scene,
  _size: { width: number; height: number },
  _seed: number,
  _signal?: AbortSignal,
): Promise<Picture> {
  throw new NotUnderstood('Drawing from words alone is not built yet. Add a picture to change.')
}
