import { z } from 'zod'
import { mostPresets, presetSchema, type Preset } from './preset'

const format = 'diptych-presets'
const version = 1

const fileSchema = z.object({
  format: z.literal(format),
  version: z.number(),
  presets: z.array(z.unknown()),
})

/** The presets as a file for other people and other servers. */
export function writePresetFile(presets: readonly Preset[]): string {
  // Ids and times are this server's own.
  const plain = presets.map(({ name, input, choices, sweep }) => ({ name, input, choices, sweep }))
  return `${JSON.stringify({ format, version, presets: plain }, undefined, 2)}\n`
}

/** The presets of a parsed file, or a sentence on why it can't be taken: all or nothing. */
export function readPresetFile(content: unknown): { presets: Preset[] } | { problem: string } {
  const file = fileSchema.safeParse(content)
  if (!file.success)
    return { problem: 'This is not a file of presets. Choose one that was exported from Diptych.' }
  if (file.data.version !== version)
    return {
      problem: `The file is of version ${file.data.version}; this Diptych reads version ${version}. Update it.`,
    }
  const { length } = file.data.presets
  if (length === 0) return { problem: 'The file has no presets in it. Choose another.' }
  if (length > mostPresets)
    return { problem: `The file has ${length} presets; at most ${mostPresets} are taken. Split it.` }
  const presets: Preset[] = []
  for (const [index, one] of file.data.presets.entries()) {
    const read = presetSchema.safeParse(one)
    if (!read.success) return { problem: problemOf(one, index, read.error) }
    presets.push(read.data)
  }
  return { presets }
}

function problemOf(preset: unknown, index: number, { issues }: z.ZodError): string {
  const name =
    typeof preset === 'object' && preset !== null && 'name' in preset && typeof preset.name === 'string'
      ? ` (“${preset.name.slice(0, 40)}”)`
      : ''
  const [issue] = issues
  const place = issue?.path.join('.')
  const why = (issue?.message ?? 'unknown').replace(/\.?$/, '.')
  return `Preset ${index + 1}${name} can’t be read: ${place ? `${place}: ` : ''}${why} Nothing was imported.`
}
