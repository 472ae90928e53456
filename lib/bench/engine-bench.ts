import 'server-only'
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import sharp from 'sharp'
import { edit } from '@/lib/sandbox/engine/edit'
import type { EngineRequest } from '@/lib/sandbox/engine/engine'
import { operations } from '@/lib/sandbox/engine/operations/registry'
import { prototypeOf, type FloatImage, type Prototype, type PrototypeModules } from './engine-prototype'

const [width = 1024, height = 1024] = (process.env.SIZE ?? '').split('x').filter(Boolean).map(Number)
const rounds = Number(process.env.ROUNDS ?? 3)

/**
 * `npm run bench-engine [words]`: time and peak memory of every operation on 1024 × 1024 pixels (or SIZE=4000x3000), best
 * of three (or ROUNDS=1), decoding included. With PROTOTYPE, the folder of the engine's first proof, its figures stand beside ours, measured in the same
 * process and in turns.
 */
async function benchEngine(words: string): Promise<void> {
  const prototype = await loadPrototype(process.env.PROTOTYPE)
  console.log(`${'operation'.padEnd(38)} ours    peak    prototype   ratio`)
  for (const { name, example } of operations.filter((operation) => operation.name.includes(words))) {
    const request = await requestFor(name, example)
    const theirs = prototype && prototypeOf(name)
    let [ours, peak, proto] = [Infinity, 0, Infinity]
    try {
      // The first round loads models and warms the compiler.
      for (let round = 0; round <= rounds; round++) {
        const taken = await timed(() => edit({ ...request, seed: round + 1 }))
        if (round > 0) [ours, peak] = [Math.min(ours, taken.milliseconds), Math.max(peak, taken.peak)]
        if (!theirs) continue
        const other = await timed(() => runPrototype(prototype, theirs, request, round + 1))
        if (round > 0) proto = Math.min(proto, other.milliseconds)
      }
      const beside = theirs ? `${ms(proto)}   ${(ours / proto).toFixed(2)}` : ''
      console.log(`${name.padEnd(38)} ${ms(ours)} ${megabytes(peak)}   ${beside}`)
    } catch (error) {
      console.log(`${name.padEnd(38)} ${(error as Error).message.slice(0, 90)}`)
    }
  }
}

async function requestFor(name: string, example: string): Promise<EngineRequest> {
  const land = /\b(?:sky|snow|winter|autumn|spring|rain|fog|mist|night|golden|storm|season|sunset|dawn)\b/
  const images = [
    await picture(land.test(`${name} ${example}`) ? 'landscape-mountains' : 'person-astronaut'),
    await picture('landscape-mountains'),
  ]
  const mask = name.includes('mask') ? { mask: await holeMask() } : {}
  return { instruction: example, images, seed: 1, ...mask }
}

function picture(name: string): Promise<Buffer> {
  return sharp(`public/samples/${name}.jpg`)
    .resize(width, height, { fit: 'cover' })
    .jpeg({ quality: 95 })
    .toBuffer()
}

/** A circle of about 4 % of the picture. */
function holeMask(): Promise<Buffer> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%"/><circle cx="59%" cy="45%" r="11%" fill="#fff"/></svg>`
  return sharp(Buffer.from(svg)).png().toBuffer()
}

async function timed(work: () => unknown): Promise<{ milliseconds: number; peak: number }> {
  const before = resetPeak()
  const started = performance.now()
  await work()
  return { milliseconds: performance.now() - started, peak: peakBytes() - before }
}

/** Linux counts the peak of a process's memory, and begins anew when told so. */
function resetPeak(): number {
  if (!existsSync('/proc/self/clear_refs')) return 0
  writeFileSync('/proc/self/clear_refs', '5')
  return statusBytes('VmRSS')
}

function peakBytes(): number {
  return existsSync('/proc/self/status') ? statusBytes('VmHWM') : 0
}

function statusBytes(name: string): number {
  const found = new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(readFileSync('/proc/self/status', 'utf8'))
  return Number(found?.[1] ?? 0) * 1024
}

/** The proof imports its packages by name: a copy is put where they are found. */
async function loadPrototype(folder: string | undefined): Promise<PrototypeModules | undefined> {
  if (!folder) return undefined
  const copy = mkdtempSync(path.join(os.tmpdir(), 'engine-prototype-'))
  process.once('exit', () => rmSync(copy, { recursive: true, force: true }))
  cpSync(folder, path.join(copy, 'prototype'), { recursive: true })
  cpSync('lib/sandbox/engine/models', path.join(copy, 'models'), { recursive: true })
  symlinkSync(path.resolve('node_modules'), path.join(copy, 'node_modules'))
  const load = async (name: string) =>
    (await import(path.join(copy, 'prototype', `${name}.mjs`))) as PrototypeModules[keyof PrototypeModules]
  return {
    core: await load('core'),
    seg: await load('seg'),
    edits: await load('edits'),
    paint: await load('paint'),
    inpaint: await load('inpaint'),
    scene: await load('scene'),
  } as PrototypeModules
}

/** With what `edit` has to do too: decode, work, and bytes again. */
async function runPrototype(
  modules: PrototypeModules,
  work: Prototype,
  request: EngineRequest,
  seed: number,
): Promise<void> {
  const [image, second] = await Promise.all(
    request.images.map((bytes) => modules.core.load!(Buffer.from(bytes)) as Promise<FloatImage>),
  )
  const mask = request.mask && ((await modules.core.load!(Buffer.from(request.mask))) as FloatImage)
  const result = await work(modules, { image: image!, second: second!, mask, seed })
  modules.core.toU8!(result)
}

function ms(milliseconds: number): string {
  return `${Math.round(milliseconds)} ms`.padStart(8)
}

function megabytes(bytes: number): string {
  return `${Math.round(bytes / 1e6)} MB`.padStart(7)
}

await benchEngine(process.argv[2] ?? '')
