/** A run as the library shows it. Plain data: safe in the browser. */
export interface LibraryItem {
  id: string
  /** Epoch milliseconds. */
  createdAt: number
  /** When it was put into the trash; null where it is not there. */
  deletedAt: number | null
  /** Its instruction, cut short; of a batch with one for each picture, how many. */
  title?: string
  modelNames: string[]
  sandbox: boolean
  /** The first result, a starred one before others; else the first input picture. */
  picture?: LibraryPicture
  /** Cells. */
  total: number
  active: number
  succeeded: number
  failed: number
  /** US cents over all tries. */
  costCents: number
  hasMask: boolean
  starred: boolean
}

export interface LibraryPicture {
  assetId: string
  isOutput: boolean
  /** Pixels, where they are known. */
  width?: number
  height?: number
}

/** Some of the runs that a query finds, in its order. */
export interface LibraryPage {
  items: LibraryItem[]
  /** Where the next page begins; null after the last. */
  nextCursor: string | null
  /** How many runs the query finds. */
  total: number
  /** Runs it would find that were made after `asOf`: they are not listed, so that nothing moves while one scrolls. */
  newer: number
  /** The server's clock when the list was begun, epoch milliseconds; given back with every further request. */
  asOf: number
}

/** A named set of runs; a run can be in several. */
export interface Collection {
  id: string
  name: string
  /** Runs in it that are not in the trash. */
  runs: number
}

/** Where runs can be beside the whole library. */
export interface LibraryPlaces {
  collections: Collection[]
  /** Runs in the trash. */
  trashed: number
}
