import { askServer } from '@/components/ui/ask-server'
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
  return askServer('GET', `/api/v1/runs?${parameters}`, undefined, signal)
}

/** Of all runs the query finds, in its order. */
export async function fetchIds(query: LibraryQuery, asOf: number): Promise<string[]> {
  const parameters = writeLibraryQuery(query)
  parameters.set('only', 'ids')
  parameters.set('asOf', String(asOf))
  return (await askServer<{ ids: string[] }>('GET', `/api/v1/runs?${parameters}`)).ids
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
  return (await askServer<{ changed: number }>('POST', '/api/v1/runs/changes', { ids, ...change })).changed
}

export interface Emptied {
  removed: number
  unfinished: number
}

/** Removes runs in the trash for good, all without `ids`. */
export function emptyTrash(ids?: readonly string[]): Promise<Emptied> {
  return askServer('DELETE', '/api/v1/trash', { ids })
}

export function fetchPlaces(signal: AbortSignal): Promise<LibraryPlaces> {
  return askServer('GET', '/api/v1/collections', undefined, signal)
}

export function addCollection(name: string): Promise<Collection> {
  return askServer('POST', '/api/v1/collections', { name })
}

export async function renameCollection(id: string, name: string): Promise<void> {
  await askServer('PUT', `/api/v1/collections/${id}`, { name })
}

export async function deleteCollection(id: string): Promise<void> {
  await askServer('DELETE', `/api/v1/collections/${id}`)
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
