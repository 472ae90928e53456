import 'server-only'
import type { LibraryCursor } from './library-cursor'
import type { LibraryEntry } from './library-entry'
import type { Collection, LibraryItem } from './library-item'
import type { LibraryQuery } from './library-query'

/** Which of the found runs are wanted. */
export interface LibraryRange {
  limit: number
  /** Strictly after this one in the query's order. */
  after?: LibraryCursor
  /** How many are left out before the first; for a place that was jumped to. */
  offset?: number
  /** Only runs made up to then, epoch milliseconds. */
  asOf?: number
}

/** One run's output was another's input. */
export interface LineageEdge {
  parentId: string
  childId: string
  /** The parent's picture. */
  assetId: string
}

/** What was removed for good. */
export interface Purged {
  runIds: string[]
  /** Assets that nobody uses any more; their records are gone, their files are to follow. */
  assetIds: string[]
  /** Runs that were left because they are still in progress. */
  unfinished: number
}

/** What is found, collected and thrown away of all runs. A run's entry is made with it and follows its changes. */
export interface LibraryStore {
  list(query: LibraryQuery, range: LibraryRange): Promise<LibraryItem[]>
  count(query: LibraryQuery, range: { asOf: number } | { madeAfter: number }): Promise<number>
  /** All ids the query finds, in its order. */
  ids(query: LibraryQuery, asOf: number): Promise<string[]>
  /** These runs, in no particular order, wherever they are. */
  getMany(runIds: readonly string[]): Promise<LibraryItem[]>
  /** Models that any run used, by id. */
  usedModels(): Promise<string[]>

  /** Stores what is known of a run, unless something newer is. */
  keep(entry: LibraryEntry): Promise<void>
  /** Runs whose entry is missing or older than their predictions. */
  outdated(limit: number): Promise<string[]>

  /**
   * Stars the shown result of each run that has no star, or takes all stars of these runs away.
   * @returns the predictions that changed
   */
  star(runIds: readonly string[], starred: boolean, now: number): Promise<string[]>
  /** Into the trash at this time (epoch ms), or, with null, out of it. @returns how many were not there already */
  setTrashed(runIds: readonly string[], at: number | null): Promise<number>
  /** When a run was put into the trash; undefined where it is not there. */
  trashedAt(runId: string): Promise<number | undefined>
  /** Removes runs from the trash for good, all or only some, thrown away up to a time. */
  purge(which: { runIds?: readonly string[]; until: number }): Promise<Purged>

  /** By name. */
  collections(): Promise<Collection[]>
  /** False if there is one with this name. */
  addCollection(collection: { id: string; name: string }, now: number): Promise<boolean>
  renameCollection(id: string, name: string): Promise<'renamed' | 'name-taken' | 'unknown'>
  /** Its runs stay. */
  removeCollection(id: string): Promise<boolean>
  /** False if there is no such collection; runs that are in it already are fine, unknown ones are left out. */
  collect(collectionId: string, runIds: readonly string[], now: number): Promise<boolean>
  uncollect(collectionId: string, runIds: readonly string[]): Promise<void>

  /** All edges that end at one of these runs, from older ones. */
  parentsOf(runIds: readonly string[]): Promise<LineageEdge[]>
  /** All edges that begin at one of these runs, to newer ones. */
  childrenOf(runIds: readonly string[]): Promise<LineageEdge[]>
}
