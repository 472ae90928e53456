import { renumbering, renumberMentions } from '@/lib/models/mentions'
import { isBatch, type FormBatch } from '../batch/form-batch'
import { overridePath, sharedPath, type PlaygroundValues, type Sweep } from '../playground-values'

/** One value to be set, by its path in the form. */
export interface ValueChange {
  path: string
  value: unknown
}

/** A list of pictures after a change of its own. */
export interface PictureChange {
  /** Where the list lives: `input.images`, or one model's own. */
  path: string
  images: string[]
  /** A picture that took the place of another, and is the same to an instruction. */
  replaced?: { from: string; to: string }
}

/**
 * Everything that is to be set for a list of pictures to change, in one step: the list, and the instructions that name
 * its pictures by number.
 */
export function changedPictures(values: PlaygroundValues, change: PictureChange): ValueChange[] {
  const { path, images, replaced } = change
  const before = imagesAt(values, path)
  const to = renumbering(before, images, { offset: picturesBefore(values), replaced })
  const renumber = (text: string) => renumberMentions(text, to)

  const texts: ValueChange[] = values.choices.flatMap(({ override }, choice) => {
    // A model with pictures of its own counts those.
    const counts = override?.images ? overridePath(choice, 'images') : sharedPath('images')
    const prompt = override?.prompt
    return prompt && counts === path
      ? [{ path: overridePath(choice, 'prompt'), value: renumber(prompt) }]
      : []
  })
  const { prompt } = values.input
  if (path === sharedPath('images')) {
    if (prompt) texts.push({ path: sharedPath('prompt'), value: renumber(prompt) })
    texts.push({ path: 'sweep', value: renumberedSweep(values.sweep, renumber) })
    if (values.batch) texts.push({ path: 'batch', value: renumberedBatch(values.batch, renumber) })
  }
  return [{ path, value: images }, ...onlyChanged(values, texts)]
}

/**
 * Everything that is to be set for a batch to change. Its picture comes before all others, so that with its first one
 * they all move on by a place, and with its last one back; the instructions go along, but not those of the batch's own
 * list, which are written for its pictures.
 */
export function changedBatch(values: PlaygroundValues, batch: FormBatch | undefined): ValueChange[] {
  const renumberFor = (images: readonly string[]) => {
    const withBatch = (one: FormBatch | undefined) => (isBatch(one) ? ['batch', ...images] : images)
    const to = renumbering(withBatch(values.batch), withBatch(batch))
    return (text: string) => renumberMentions(text, to)
  }
  const shared = renumberFor(values.input.images)
  const { prompt } = values.input
  const texts: ValueChange[] = values.choices.flatMap(({ override }, choice) =>
    override?.prompt
      ? [
          {
            path: overridePath(choice, 'prompt'),
            value: (override.images ? renumberFor(override.images) : shared)(override.prompt),
          },
        ]
      : [],
  )
  if (prompt) texts.push({ path: sharedPath('prompt'), value: shared(prompt) })
  texts.push({ path: 'sweep', value: renumberedSweep(values.sweep, shared) })
  return [{ path: 'batch', value: batch }, ...onlyChanged(values, texts)]
}

function onlyChanged(values: PlaygroundValues, texts: ValueChange[]): ValueChange[] {
  return texts.filter(({ path, value }) => JSON.stringify(value) !== JSON.stringify(valueAt(values, path)))
}

/** The value at a path of `PlaygroundValues`. */
export function valueAt(values: PlaygroundValues, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>((at, name) => (at as Record<string, unknown> | null | undefined)?.[name], values)
}

function imagesAt(values: PlaygroundValues, path: string): string[] {
  return (valueAt(values, path) as string[] | null | undefined) ?? []
}

/** A batch gives each prediction one picture that comes before those of the list. */
export function picturesBefore({ batch }: Pick<PlaygroundValues, 'batch'>): number {
  return isBatch(batch) ? 1 : 0
}

function renumberedSweep(sweep: Sweep, renumber: (text: string) => string): Sweep {
  const axes = sweep.axes.map((axis) =>
    axis.parameter === 'prompt' && axis.text !== undefined ? { ...axis, text: renumber(axis.text) } : axis,
  )
  return { ...sweep, axes }
}

/** What was typed, and what was read of it. */
function renumberedBatch(batch: FormBatch, renumber: (text: string) => string): FormBatch {
  const rows = batch.rows.map((row) => ({ ...row, text: renumber(row.text) }))
  return { ...batch, text: renumber(batch.text), rows }
}
