import { pictureName } from '@/lib/models/batch'
import type { Axis } from '@/lib/models/run-plan'
import { nameKey, pairBatch, type BatchPicture, type InstructionRow } from './pair-batch'

/** A batch as the form holds it. Without pictures there is none. */
export interface FormBatch {
  pictures: BatchPicture[]
  /** Instructions for single pictures, as typed or read from a file: lines, or CSV. */
  text: string
  /** What `text` says; read where it is typed, since reading CSV takes code that the page need not have. */
  rows: InstructionRow[]
}

export const emptyBatch: FormBatch = { pictures: [], text: '', rows: [] }

export function isBatch(batch: FormBatch | undefined): batch is FormBatch {
  return batch !== undefined && batch.pictures.length > 0
}

/** Whether each picture has an instruction of its own, in place of the one for all. */
export function hasOwnInstructions(batch: FormBatch | undefined): boolean {
  return isBatch(batch) && batch.rows.length > 0
}

/** What the run is told; as long as the instructions don't fit, the pictures alone. */
export function axisOfBatch(batch: FormBatch | undefined): Axis | undefined {
  if (!isBatch(batch)) return undefined
  const { items, problems } = pairBatch(batch)
  const paired = hasOwnInstructions(batch) && problems.length === 0
  return {
    parameter: 'images',
    values: items.map(({ id }) => id),
    names: items.map(({ name }) => name),
    ...(paired && {
      paired: { parameter: 'prompt', values: items.map(({ instruction }) => instruction ?? '') },
    }),
  }
}

/** The inverse: a run's batch in the form again. */
export function batchOfAxis(axis: Axis): FormBatch {
  const pictures: BatchPicture[] = []
  const names = axis.values.map((value, index) => {
    const id = String(value)
    const name = pictureName(axis, index)
    const known = pictures.find((picture) => picture.id === id && picture.name === name)
    if (known) return known.name
    pictures.push({ id, name: freeName(pictures, name) })
    return pictures.at(-1)?.name ?? name
  })
  const texts = axis.paired?.parameter === 'prompt' ? axis.paired.values.map(String) : []
  const rows = texts.map((text, index) => ({ line: index + 2, file: names[index], text }))
  return { pictures, rows, text: rows.length > 0 ? writeRows(rows) : '' }
}

function writeRows(rows: readonly InstructionRow[]): string {
  const quoted = (text = '') => `"${text.replaceAll('"', '""')}"`
  return ['file,instruction', ...rows.map(({ file, text }) => `${quoted(file)},${quoted(text)}`)].join('\n')
}

/**
 * The batch with a picture that has just been stored: after those chosen before it, whichever arrived first. The same
 * file is not put in twice; another of the same name gets a number, so that each can be named.
 *
 * @param chosen  name → when it was chosen; written to
 */
export function withPicture(
  batch: FormBatch,
  { id, name }: BatchPicture,
  chosen: Map<string, number>,
  when: number,
): FormBatch {
  const { pictures } = batch
  if (pictures.some((picture) => picture.id === id && picture.name === name)) return batch
  const picture = { id, name: freeName(pictures, name) }
  chosen.set(picture.name, when)
  const later = pictures.findIndex((other) => (chosen.get(other.name) ?? -1) > when)
  return { ...batch, pictures: pictures.toSpliced(later < 0 ? pictures.length : later, 0, picture) }
}

/** "cat (2).png" where there is another "cat.png", or "CAT.png": a list could not tell them apart. */
function freeName(pictures: readonly BatchPicture[], name: string): string {
  const taken = new Set(pictures.map((picture) => nameKey(picture.name)))
  const point = name.lastIndexOf('.')
  const at = point > 0 ? point : name.length
  let free = name
  for (let number = 2; taken.has(nameKey(free)); number++)
    free = `${name.slice(0, at)} (${number})${name.slice(at)}`
  return free
}
