import { askServer } from '@/components/ui/ask-server'
import type { Preset, StoredPreset } from '@/lib/presets/preset'

const address = '/api/v1/presets'

/*
 * What the server keeps, so that every browser has the same presets. Each throws an Error with a sentence for the
 * person.
 */

export async function listPresets(): Promise<StoredPreset[]> {
  return (await askServer<{ presets: StoredPreset[] }>('GET', address)).presets
}

export function savePreset(preset: Preset): Promise<StoredPreset> {
  return askServer('POST', address, preset)
}

export function replacePreset(id: string, preset: Preset): Promise<StoredPreset> {
  return askServer('PUT', `${address}/${id}`, preset)
}

export async function deletePreset(id: string): Promise<void> {
  await askServer('DELETE', `${address}/${id}`)
}

/** @returns those that were added, under the names they got */
export async function importPresets(file: Blob): Promise<StoredPreset[]> {
  let content: unknown
  try {
    content = JSON.parse(await file.text())
  } catch {
    throw new Error('The file is not JSON. Choose a file of presets that was exported from Diptych.')
  }
  return (await askServer<{ presets: StoredPreset[] }>('POST', `${address}/import`, content)).presets
}
