import 'server-only'
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import sharp from 'sharp'
import { edit } from '@/lib/sandbox/engine/edit'
import type { EngineRequest } from '@/lib/sandbox/engine/engine'
import { operations } from '@/lib/sandbox/engine/operations/registry'
import {
  prototypeOf,
  sceneTexts,
  type FloatImage,
  type Prototype,
  type PrototypeModules,
} from './engine-prototype'

const [width = 1024, height = 1024] = (process.env.SIZE ?? '').split('x').filter(Boolean).map(Number)
const frame = { width, height }
const rounds = Number(process.env.ROUNDS ?? 3)
/** Until the compiler has seen enough of it: both sides do the same number. */
const mostWarmUps = 25
const warmUpMs = 5000
/** What is quick is measured more often, because chance counts more there. */
const mostRounds = 12
const enoughMs = 9000

/**
 * `npm run bench-engine [-- words …]`: time and peak memory of every operation, or of those with one of the words in
 * their names, on 1024 × 1024 pixels (or SIZE=4000x3000), decoding included. Each is the best of at least three rounds
 * (or ROUNDS=1), and of up to twelve while they take no more than nine seconds: a processor shared with strangers runs at
 * one speed now and at half of it a moment later. With PROTOTYPE, the folder of the engine's first proof, its figures
 * stand beside ours, measured in the same process and in turns. Every round has its own crop of the picture, so that
 * nothing we kept from the round before helps: "first" is the first edit of a picture, which both have to look at.
 * "again" is ours on the same picture once more, where it had to look for something. Ratios are of processor
 * time, which other work on the machine changes less: of the first edit, and of the one after it.
 */
async function benchEngine(words: readonly string[]): Promise<void> {
  const prototype = await loadPrototype(process.env.PROTOTYPE)
  const wanted = ({ name }: Task) => words.length === 0 || words.some((word) => name.includes(word))
  console.log(`${'operation'.padEnd(38)}    first    again     peak   prototype   first/   again/prototype`)
  for (const task of [...operations.map(taskOf), ...scenes].filter(wanted)) {
    try {
      console.log(`${task.name.padEnd(38)} ${await measure(task, prototype)}`)
    } catch (error) {
      console.log(`${task.name.padEnd(38)} ${(error as Error).message.slice(0, 120)}`)
    }
  }
}

interface Task {
  name: string
  instruction: string
  /** How many pictures it is given. */
  images: number
}

function taskOf({ name, example }: { name: string; example: string }): Task {
  return { name, instruction: example, images: 2 }
}

const scenes = Object.entries(sceneTexts).map(([name, instruction]) => ({ name, instruction, images: 0 }))

async function measure(task: Task, prototype: PrototypeModules | undefined): Promise<string> {
  const theirs = prototype && prototypeOf(task.name)
  let [first, again, proto]: [Taken, Taken, Taken] = [never, never, never]
  let peak = 0
  await warmUp(task, prototype, theirs)
  const started = performance.now()
  const isEnough = (round: number) =>
    round > rounds && (round > mostRounds || performance.now() - started > enoughMs)
  for (let round = 1; !isEnough(round); round++) {
    const request = await requestFor(task, frame, round)
    const ours = await timed(() => edit(request), round)
    const looked = ours.result.report.steps.some(({ confidence }) => confidence !== undefined)
    const second = looked ? await timed(() => edit(request), round) : undefined
    const other = theirs && (await timed(() => runPrototype(prototype, theirs, request, frame), round))
    first = best(first, ours)
    again = best(again, second)
    proto = best(proto, other)
    if (round === 1) peak = Math.max(ours.peak, second?.peak ?? 0)
  }
  const ratio = (taken: Taken) =>
    taken === never ? ''.padStart(7) : (taken.processor / proto.processor).toFixed(2).padStart(7)
  const beside = theirs ? `  ${ms(proto.milliseconds)} ${ratio(first)} ${ratio(again)}` : ''
  return `${ms(first.milliseconds)} ${ms(again.milliseconds)} ${megabytes(peak)} ${beside}`.trimEnd()
}

/** Loads models and warms the compiler, for both alike: quick work needs several rounds before it is compiled. */
async function warmUp(
  task: Task,
  prototype: PrototypeModules | undefined,
  theirs: Prototype | undefined,
): Promise<void> {
  const size = smallest(frame, { width: 1024, height: 1024 })
  const started = performance.now()
  for (let round = 0; round < mostWarmUps && performance.now() - started < warmUpMs; round++) {
    const request = await requestFor(task, size, round)
    await edit(request)
    if (theirs && prototype) await runPrototype(prototype, theirs, request, size)
  }
}

/** Milliseconds that went by, and of the processors' work. */
interface Taken {
  milliseconds: number
  processor: number
}

const never: Taken = { milliseconds: Infinity, processor: Infinity }

/** The least of both, which need not be of the same round. */
function best(a: Taken, b: Taken = never): Taken {
  if (b === never) return a
  return {
    milliseconds: Math.min(a.milliseconds, b.milliseconds),
    processor: Math.min(a.processor, b.processor),
  }
}

type Size = { width: number; height: number }

function smallest(a: Size, b: Size): Size {
  return a.width * a.height < b.width * b.height ? a : b
}

async function requestFor(
  { name, instruction, images }: Task,
  size: Size,
  round: number,
): Promise<EngineRequest> {
  if (images === 0) return { instruction, images: [], seed: round + 1, size }
  const land = /\b(?:sky|snow|winter|autumn|spring|rain|fog|night|golden|storm|dawn)\b/
  const given = [
    await picture(land.test(`${name} ${instruction}`) ? 'landscape-mountains' : 'person-astronaut', size),
    await picture('landscape-mountains', size),
  ]
  const mask = name.includes('mask') ? { mask: await holeMask(size) } : {}
  return { instruction, images: given, seed: round + 1, ...mask }
}

let crops = 0

/** A sample, cropped a little differently each time. */
function picture(name: string, { width, height }: Size): Promise<Buffer> {
  crops++
  return sharp(`public/samples/${name}.jpg`)
    .resize(width + 16, height + 16, { fit: 'cover' })
    .extract({ left: crops % 16, top: Math.floor(crops / 16) % 16, width, height })
    .jpeg({ quality: 95 })
    .toBuffer()
}

/** A circle of about 4 % of the picture. */
function holeMask({ width, height }: Size): Promise<Buffer> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%"/><circle cx="59%" cy="45%" r="11%" fill="#fff"/></svg>`
  return sharp(Buffer.from(svg)).png().toBuffer()
}

/** The first round's memory counts, without what the work before left behind. */
async function timed<T>(work: () => Promise<T>, round: number): Promise<Taken & { result: T; peak: number }> {
  collectGarbage(round === 1 ? 'major' : 'minor')
  resetPeak()
  const started = performance.now()
  const before = process.cpuUsage()
  const result = await work()
  const { user, system } = process.cpuUsage(before)
  const milliseconds = performance.now() - started
  return { result, milliseconds, processor: (user + system) / 1000, peak: peakBytes() }
}

/** A major collection throws compiled functions away that lived within a call; the minor one leaves them. */
function collectGarbage(type: 'major' | 'minor'): void {
  setFlagsFromString('--no-flush-bytecode')
  setFlagsFromString('--expose-gc')
  ;(runInNewContext('gc') as (options: { type: string }) => void)({ type })
}

/** Linux counts the peak of a process's memory, and begins anew when told so. */
function resetPeak(): void {
  if (existsSync('/proc/self/clear_refs')) writeFileSync('/proc/self/clear_refs', '5')
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
  size: Size,
): Promise<void> {
  const load = (bytes: Uint8Array) => modules.core.load!(Buffer.from(bytes)) as Promise<FloatImage>
  const usesSecond = /image 2|both pictures/.test(request.instruction)
  const image = request.images[0] && (await load(request.images[0]))
  const second = usesSecond && request.images[1] ? await load(request.images[1]) : undefined
  const mask = request.mask && (await load(request.mask))
  modules.core.toU8!(
    await work(modules, { ...size, image: image!, second: second!, mask, seed: request.seed }),
  )
}

function ms(milliseconds: number): string {
  if (milliseconds === Infinity) return ''.padStart(8)
  return `${Math.round(milliseconds)} ms`.padStart(8)
}

function megabytes(bytes: number): string {
  return `${Math.round(bytes / 1e6)} MB`.padStart(7)
}

await benchEngine(process.argv.slice(2))
