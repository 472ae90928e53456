import 'server-only'
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Diptych } from '@/lib/compose'
import type { Collection, LibraryPlaces } from '@/lib/library/library-item'
import { ApiError, notFound } from './api-error'

type Server = Pick<Diptych, 'runLibrary'>

const nameRule = 'Give the collection a name of at most 80 characters.'
export const collectionSchema = z.strictObject({
  name: z.string(nameRule).trim().min(1, nameRule).max(80, nameRule),
})

const mostCollections = 500

/** Where runs can be beside the whole library. */
export async function readPlaces({ runLibrary }: Server): Promise<LibraryPlaces> {
  const [collections, trashed] = await Promise.all([
    runLibrary.collections(),
    runLibrary.count({ sort: 'newest', trash: 'yes' }, { asOf: Date.now() }),
  ])
  return { collections, trashed }
}

/** @throws ApiError if the name is taken, or there are too many */
export async function addCollection({ runLibrary }: Server, name: string): Promise<Collection> {
  if ((await runLibrary.collections()).length >= mostCollections)
    throw new ApiError(422, 'too-many-collections', `At most ${mostCollections} collections are kept.`)
  const id = randomUUID()
  if (!(await runLibrary.addCollection({ id, name }, Date.now()))) throw nameTaken(name)
  return { id, name, runs: 0 }
}

/** @throws ApiError if the name is taken, or there is no such collection */
export async function renameCollection({ runLibrary }: Server, id: string, name: string): Promise<void> {
  const outcome = await runLibrary.renameCollection(id, name)
  if (outcome === 'unknown') throw notFound('collection')
  if (outcome === 'name-taken') throw nameTaken(name)
}

function nameTaken(name: string): ApiError {
  return new ApiError(409, 'name-taken', `There is a collection “${name}” already. Choose another name.`)
}
