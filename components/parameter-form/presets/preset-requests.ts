import type { Preset, StoredPreset } from '@/lib/presets/preset'

const address = '/api/v1/presets'

/*
 * What the server keeps, so that every browser has the same presets. Each throws an Error with a sentence for the
 * person.
 */

export async function listPresets(): Promise<StoredPreset[]> {
  return (await ask<{ presets: StoredPreset[] }>('GET', address)).presets
}

export function savePreset(preset: Preset): Promise<StoredPreset> {
  return ask('POST', address, preset)
}

export function replacePreset(id: string, preset: Preset): Promise<StoredPreset> {
  return ask('PUT', `${address}/${id}`, preset)
}

export async function deletePreset(id: string): Promise<void> {
  await ask('DELETE', `${address}/${id}`)
}

/** @returns those that were added, under the names they got */
export async function importPresets(file: Blob): Promise<StoredPreset[]> {
  let content: unknown
  try {
    content = JSON.parse(await file.text())
  } catch {
    throw new Error('The file is not JSON. Choose a file of presets that was exported from Diptych.')
  }
  return (await ask<{ presets: StoredPreset[] }>('POST', `${address}/import`, content)).presets
}

async function ask<T>(method: string, url: string, body?: unknown): Promise<T> {
  const response = await fetch(url, {
    method,
    ...(body !== undefined && {
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    }),
  }).catch((cause: unknown) => {
    throw new Error('The server could not be reached. Check that Diptych is running, then try again.', {
      cause,
    })
  })
  const answer = (await response.json().catch(() => undefined)) as (T & { error?: string }) | undefined
  if (!response.ok)
    throw new Error(answer?.error ?? `The server answered with status ${response.status}. Try again.`)
  return answer as T
}
