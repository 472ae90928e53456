import type { Database } from '@/lib/db/schema'

/** Logins are left out: a restored server asks for the password again. */
type BackedUp = Exclude<keyof Database, 'sessions'>

/** What the rows of each table are read in the order of; a table stands after those it refers to. */
export const backedUpTables: Record<BackedUp, readonly string[]> = {
  settings: ['name'],
  tokens: ['id'],
  assets: ['id'],
  prepared_pictures: ['asset_id'],
  presets: ['id'],
  runs: ['id'],
  predictions: ['id'],
  charges: ['prediction_id'],
  votes: ['id'],
  library_runs: ['run_id'],
  run_pictures: ['run_id', 'asset_id', 'role'],
  collections: ['id'],
  collection_runs: ['collection_id', 'run_id'],
  shares: ['id'],
  share_votes: ['id'],
}

export const tableNames = Object.keys(backedUpTables) as BackedUp[]
