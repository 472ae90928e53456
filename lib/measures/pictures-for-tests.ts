import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import sharp from 'sharp'
import { samples } from '@/lib/samples'
import { edit } from '@/lib/sandbox/engine/edit'
import type { PictureCopy } from './picture-copy'

/** The six pictures that ship with Diptych, by title. */
export const sampleTitles = samples.map(({ title }) => title)

const read = new Map<string, Promise<Buffer>>()

/** The same buffer each time, so that its copy is made once. */
export function readSample(title: string): Promise<Buffer> {
  const bytes = read.get(title) ?? readFromDisk(title)
  read.set(title, bytes)
  return bytes
}

function readFromDisk(title: string): Promise<Buffer> {
  const { file } = samples.find((sample) => sample.title === title)!
  return readFile(fileURLToPath(new URL(`../../public${file}`, import.meta.url)))
}

const copies = new WeakMap<Buffer, Promise<PictureCopy>>()

/** As the browser gets a stored picture: the copy of 640 px, with WebP's noise in it. */
export function copyOf(bytes: Buffer): Promise<PictureCopy> {
  const copy = copies.get(bytes) ?? makeCopy(bytes)
  copies.set(bytes, copy)
  return copy
}

async function makeCopy(bytes: Buffer): Promise<PictureCopy> {
  const { width, height } = await sharp(bytes).metadata()
  const variant = await sharp(bytes)
    .resize({ width: 640, withoutEnlargement: true })
    .webp({ quality: 80 })
    .toBuffer()
  const { data, info } = await sharp(variant).ensureAlpha().raw().toBuffer({ resolveWithObject: true })
  const pixels = new Uint8ClampedArray(data)
  return { data: pixels, width: info.width, height: info.height, original: { width, height } }
}

/** What the sandbox makes of a picture by an instruction. */
export async function edited(bytes: Buffer, instruction: string): Promise<Buffer> {
  const { pixels, width, height, channels } = await edit({ instruction, images: [bytes], seed: 1 })
  return sharp(pixels, { raw: { width, height, channels } }).png({ compressionLevel: 1 }).toBuffer()
}

/** A part of the picture, by its area, covered with coloured blotches. */
export async function repainted(bytes: Buffer, share: number): Promise<Buffer> {
  const { width, height } = await sharp(bytes).metadata()
  const blotches = Buffer.from(Array.from({ length: 48 * 48 * 3 }, (_, at) => (at * at * 7919) % 251))
  const size = [Math.round(width * Math.sqrt(share)), Math.round(height * Math.sqrt(share))] as const
  const patch = await sharp(blotches, { raw: { width: 48, height: 48, channels: 3 } })
    .resize(...size, { fit: 'fill' })
    .png()
    .toBuffer()
  return sharp(bytes)
    .composite([{ input: patch, left: (width - size[0]) >> 2, top: (height - size[1]) >> 1 }])
    .png({ compressionLevel: 1 })
    .toBuffer()
}

export interface Moved {
  bytes: Buffer
  /** Exactly, after whole pixels were cut out: input pixels, as in `Alignment`. */
  shift: { x: number; y: number }
  scale: number
}

/** The picture shifted and scaled in its own frame, about as asked; what comes in from outside is its mirror image. */
export async function moved(bytes: Buffer, about: { x: number; y: number }, scale: number): Promise<Moved> {
  const { width, height } = await sharp(bytes).metadata()
  const border = Math.ceil(Math.max(width, height) * 0.35)
  const sides = { top: border, bottom: border, left: border, right: border }
  const wide = await sharp(bytes)
    .extend({ ...sides, extendWith: 'mirror' })
    .raw()
    .toBuffer({ resolveWithObject: true })
  const shown = { width: Math.round(width / scale), height: Math.round(height / scale) }
  const left = Math.round((width - shown.width) / 2 - about.x / scale)
  const top = Math.round((height - shown.height) / 2 - about.y / scale)
  const { width: fullWidth, height: fullHeight, channels } = wide.info
  const drawn = await sharp(wide.data, { raw: { width: fullWidth, height: fullHeight, channels } })
    .extract({ left: left + border, top: top + border, ...shown })
    .resize(width, height, { fit: 'fill' })
    .png({ compressionLevel: 1 })
    .toBuffer()
  const [across, down] = [width / shown.width, height / shown.height]
  return {
    bytes: drawn,
    shift: { x: across * (width / 2 - left) - width / 2, y: down * (height / 2 - top) - height / 2 },
    scale: Math.sqrt(across * down),
  }
}
