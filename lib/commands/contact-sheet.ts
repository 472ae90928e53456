/**
 * `npm run contact-sheet [folder] [words]`: every operation of the local engine on every sample, to be looked at. Words
 * narrow it to operations whose name holds them.
 */
import { mkdirSync, readdirSync } from 'node:fs'
import path from 'node:path'
import sharp, { type OverlayOptions } from 'sharp'
import { edit } from '@/lib/sandbox/engine/edit'
import { operations } from '@/lib/sandbox/engine/operations/registry'
import { textPath } from '@/lib/fonts/text-path'

const [folder = 'contact-sheets', words = ''] = process.argv.slice(2)
const tile = 300
const label = 22
const perSheet = 6

const samplesFolder = path.join(process.cwd(), process.env.SAMPLES ?? 'public/samples')
const samples = await Promise.all(
  readdirSync(samplesFolder)
    .filter((file) => file.endsWith('.jpg'))
    .map(async (file) => ({
      name: file.replace('.jpg', ''),
      bytes: await sharp(path.join(samplesFolder, file)).resize(768, 768, { fit: 'inside' }).png().toBuffer(),
    })),
)
mkdirSync(folder, { recursive: true })

const wanted = operations.filter(({ name }) => name.includes(words))
for (let from = 0; from < wanted.length; from += perSheet) {
  const rows = wanted.slice(from, from + perSheet)
  const cells: OverlayOptions[] = []
  for (const [row, operation] of rows.entries())
    for (const [column, { bytes }] of samples.entries()) {
      const input = await cell(operation.name, operation.example, bytes, column)
      cells.push({ input, left: column * tile, top: row * (tile + label) })
    }
  const sheet = sharp({
    create: {
      width: samples.length * tile,
      height: rows.length * (tile + label),
      channels: 3,
      background: '#888',
    },
  })
  const file = path.join(folder, `${String(from / perSheet + 1).padStart(2, '0')}.jpg`)
  await sheet.composite(cells).jpeg({ quality: 88 }).toFile(file)
  console.log(`${file}: ${rows.map(({ name }) => name).join(', ')}`)
}

async function cell(name: string, instruction: string, bytes: Buffer, column: number): Promise<Buffer> {
  const mask = name.includes('mask') ? { mask: await boxMask(bytes) } : {}
  const second = samples[(column + 1) % samples.length]!.bytes
  const started = performance.now()
  const drawn = await edit({ instruction, images: [bytes, second], seed: 3, ...mask }).then(
    ({ pixels, width, height, channels }) =>
      sharp(pixels, { raw: { width, height, channels } })
        .resize(tile, tile, { fit: 'contain', background: '#888' })
        .flatten({ background: '#f0f' })
        .png()
        .toBuffer(),
    (error: Error) => pictureOf(error.message),
  )
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  const head = await line(`${name}, ${seconds} s`)
  return sharp({ create: { width: tile, height: tile + label, channels: 3, background: '#fff' } })
    .composite([
      { input: head, left: 4, top: 4 },
      { input: drawn, left: 0, top: label },
    ])
    .png()
    .toBuffer()
}

/** Why there is no picture. */
async function pictureOf(message: string): Promise<Buffer> {
  const { path: outline } = textPath(message, { size: 13, maxWidth: tile - 20, maxLines: 14 })
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${tile}" height="${tile}"><rect width="100%" height="100%" fill="#eee"/><path transform="translate(10 10)" d="${outline}" fill="#900"/></svg>`
  return sharp(Buffer.from(svg)).png().toBuffer()
}

async function line(text: string): Promise<Buffer> {
  const { path: outline } = textPath(text, { size: 13, maxWidth: tile - 8, maxLines: 1 })
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${tile - 8}" height="${label - 4}"><path d="${outline}"/></svg>`
  return sharp(Buffer.from(svg)).png().toBuffer()
}

async function boxMask(picture: Buffer): Promise<Buffer> {
  const { width, height } = await sharp(picture).metadata()
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%"/><circle cx="${width * 0.6}" cy="${height * 0.45}" r="${height * 0.15}" fill="#fff"/></svg>`
  return sharp(Buffer.from(svg)).png().toBuffer()
}
