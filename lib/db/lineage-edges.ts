import 'server-only'
import type { Kysely } from 'kysely'
import type { LibraryStore, LineageEdge } from '@/lib/library/library-store'
import type { Database } from './schema'

/** Where one result went into very many runs: nobody looks at more. */
const mostEdges = 2000

/**
 * Which run's output was which run's input, directly or prepared. A content-addressed picture that several runs made is
 * an output of each; only older runs are parents, so that there is no way round in a circle.
 */
export function lineageEdges(db: Kysely<Database>): Pick<LibraryStore, 'parentsOf' | 'childrenOf'> {
  const edges = db
    .selectFrom('run_pictures as given')
    .innerJoin('run_pictures as made', 'made.asset_id', 'given.asset_id')
    .innerJoin('runs as child', 'child.id', 'given.run_id')
    .innerJoin('runs as parent', 'parent.id', 'made.run_id')
    .select(['made.run_id as parentId', 'given.run_id as childId', 'made.asset_id as assetId'])
    .where('given.role', 'in', ['image', 'origin'])
    .where('made.role', 'in', ['output', 'own-answer'])
    .whereRef('parent.created_at', '<', 'child.created_at')
    .orderBy('child.created_at')
    .orderBy('parent.created_at', 'desc')
    .limit(mostEdges)
  return {
    async parentsOf(runIds): Promise<LineageEdge[]> {
      return runIds.length === 0 ? [] : edges.where('given.run_id', 'in', [...runIds]).execute()
    },
    async childrenOf(runIds): Promise<LineageEdge[]> {
      return runIds.length === 0 ? [] : edges.where('made.run_id', 'in', [...runIds]).execute()
    },
  }
}
