import type { Collection, LibraryPage, LibraryPlaces } from '@/lib/library/library-item'
import { writeLibraryQuery, type LibraryQuery } from '@/lib/library/library-query'

/*
 * What the library asks of the server. Each throws an Error with a sentence for the person.
 */

export interface PagePlace {
  cursor?: string
  offset?: number
  asOf: number
}

export function fetchPage(
  query: LibraryQuery,
  { cursor, offset, asOf }: PagePlace,
  signal: AbortSignal,
): Promise<LibraryPage> {
  const parameters = writeLibraryQuery(query)
  if (cursor !== undefined) parameters.set('cursor', cursor)
  else if (offset) parameters.set('offset', String(offset))
  parameters.set('asOf', String(asOf))
  return ask('GET', `/api/v1/runs?${parameters}`, undefined, signal)
}

/** Of all runs the query finds, in its order. */
export async function fetchIds(query: LibraryQuery, asOf: number): Promise<string[]> {
  const parameters = writeLibraryQuery(query)
  parameters.set('only', 'ids')
  parameters.set('asOf', String(asOf))
  return (await ask<{ ids: string[] }>('GET', `/api/v1/runs?${parameters}`)).ids
}

/** See `changeRunsSchema`. */
export interface RunsChange {
  star?: boolean
  trash?: boolean
  addTo?: string
  takeFrom?: string
}

/** @returns how many were changed */
export async function changeRuns(ids: readonly string[], change: RunsChange): Promise<number> {
  return (await ask<{ changed: number }>('POST', '/api/v1/runs/changes', { ids, ...change })).changed
}

export interface Emptied {
  removed: number
  unfinished: number
}

/** Removes runs in the trash for good, all without `ids`. */
export function emptyTrash(ids?: readonly string[]): Promise<Emptied> {
  return ask('DELETE', '/api/v1/trash', { ids })
}

export function fetchPlaces(signal: AbortSignal): Promise<LibraryPlaces> {
  return ask('GET', '/api/v1/collections', undefined, signal)
}

export function addCollection(name: string): Promise<Collection> {
  return ask('POST', '/api/v1/collections', { name })
}

export async function renameCollection(id: string, name: string): Promise<void> {
  await ask('PUT', `/api/v1/collections/${id}`, { name })
}

export async function deleteCollection(id: string): Promise<void> {
  await ask('DELETE', `/api/v1/collections/${id}`)
}

/** By a form, because only so the browser saves the archive as it comes, however large it is. */
export function downloadRuns(ids: readonly string[]): void {
  const form = document.createElement('form')
  form.method = 'post'
  form.action = '/api/v1/runs/pictures.zip'
  const field = document.createElement('input')
  field.type = 'hidden'
  field.name = 'ids'
  field.value = ids.join(',')
  form.append(field)
  document.body.append(form)
  form.submit()
  form.remove()
}

async function ask<T>(method: string, url: string, body?: unknown, signal?: AbortSignal): Promise<T> {
  const response = await fetch(url, {
    method,
    signal,
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
