import 'server-only'
import { randomUUID } from 'node:crypto'
import type { Diptych } from '@/lib/compose'
import { mostPresets, presetKey, type Preset, type StoredPreset } from '@/lib/presets/preset'
import { readPresetFile } from '@/lib/presets/preset-file'
import { ApiError, notFound } from './api-error'

type Server = Pick<Diptych, 'presets'>

/** @throws ApiError if the name is taken, or there are too many */
export async function addPreset({ presets }: Server, preset: Preset): Promise<StoredPreset> {
  await refuseTooMany(presets, 1)
  const stored = storedNow(preset)
  if (!(await presets.insert(stored))) throw nameTaken(preset.name)
  return stored
}

/** @throws ApiError if there is no such preset, or another has the name */
export async function replacePreset(
  { presets }: Server,
  id: string,
  preset: Preset,
): Promise<StoredPreset | undefined> {
  const outcome = await presets.replace(id, preset, Date.now())
  if (outcome === 'unknown') throw notFound('preset')
  if (outcome === 'name-taken') throw nameTaken(preset.name)
  return presets.get(id)
}

/**
 * All presets of a file, each under a name that is free.
 *
 * @throws ApiError with a sentence on what is wrong with the file; then nothing of it was taken
 */
export async function importPresets({ presets }: Server, content: unknown): Promise<StoredPreset[]> {
  const file = readPresetFile(content)
  if ('problem' in file) throw new ApiError(422, 'invalid-presets', file.problem)
  await refuseTooMany(presets, file.presets.length)
  const taken = new Set((await presets.list()).map(({ name }) => presetKey(name)))
  const added: StoredPreset[] = []
  for (const preset of file.presets) {
    const stored = storedNow({ ...preset, name: freeName(preset.name, taken) })
    taken.add(presetKey(stored.name))
    // Somebody may have taken the name since: theirs stays.
    if (await presets.insert(stored)) added.push(stored)
  }
  return added
}

function storedNow({ name, input, choices, sweep }: Preset): StoredPreset {
  const now = Date.now()
  return { id: randomUUID(), name, input, choices, sweep, createdAt: now, updatedAt: now }
}

/** "Night", or "Night (2)" where that is taken. */
function freeName(name: string, taken: ReadonlySet<string>): string {
  let free = name
  for (let number = 2; taken.has(presetKey(free)); number++) {
    const end = ` (${number})`
    free = `${[...name].slice(0, 80 - end.length).join('')}${end}`
  }
  return free
}

async function refuseTooMany(presets: Server['presets'], more: number): Promise<void> {
  const { length } = await presets.list()
  if (length + more > mostPresets)
    throw new ApiError(
      422,
      'too-many-presets',
      `There are ${length} presets already, and at most ${mostPresets} are kept. Delete some first.`,
    )
}

function nameTaken(name: string): ApiError {
  return new ApiError(409, 'name-taken', `There is a preset “${name}” already. Choose another name.`)
}
