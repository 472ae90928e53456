import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Asset } from '@/lib/assets/asset'
import type { AssetLibrary } from '@/lib/assets/asset-library'
import { sharp } from '@/lib/assets/sharp-settings'
import { samples } from '@/lib/samples'

export interface SeedPictures {
  inputs: Asset[]
  outputs: Asset[]
  mask: Asset
}

/** Pixels. Landscape, portrait and square, as people's pictures are. */
const shapes = [
  { width: 1024, height: 768 },
  { width: 768, height: 1024 },
  { width: 1024, height: 1024 },
]

/** Stores the sample pictures and so many variations of them as outputs, with the thumbnails that a page asks for. */
export async function seedPictures(library: AssetLibrary, count: number): Promise<SeedPictures> {
  const files = await Promise.all(samples.map(({ file }) => readFile(path.join('public', file))))
  const inputs: Asset[] = []
  for (const bytes of files)
    inputs.push(await withThumbnails(library, await library.addPicture(new Uint8Array(bytes))))
  const outputs: Asset[] = []
  for (let index = 0; index < count; index++) {
    const bytes = await sharp(files[index % files.length])
      .resize({ ...shapes[index % shapes.length], fit: 'cover' })
      .modulate({ hue: (index * 47) % 360, brightness: 0.8 + (index % 5) * 0.1 })
      .jpeg({ quality: 80 })
      .toBuffer()
    outputs.push(await withThumbnails(library, await library.addOutput(new Uint8Array(bytes))))
  }
  const create = { width: 640, height: 480, channels: 3 as const, background: '#000' }
  const mask = await library.addOutput(new Uint8Array(await sharp({ create }).png().toBuffer()))
  return { inputs, outputs, mask }
}

async function withThumbnails(library: AssetLibrary, asset: Asset): Promise<Asset> {
  for (const width of [160, 320, 640] as const) await library.readVariant(asset.id, width)
  return asset
}
