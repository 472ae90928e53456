import type { LibraryItem } from './library-item'
import type { LibraryStore, LineageEdge } from './library-store'

/** One version in a tree of runs that were made from one another. */
export interface LineageNode {
  /** 0 is the picture that all began with. */
  version: number
  /** Line on which it stands: a run's first child goes on in its line, every further one begins a line of its own. */
  row: number
  /** Row of the version it was made from. */
  parentRow: number
  isCurrent: boolean
  /** The picture by which it goes on towards the current run, else what it shows. */
  assetId: string | undefined
  /** Undefined for the first picture. */
  run: LibraryItem | undefined
}

/** More is not drawn. */
const mostRuns = 150
const mostSteps = 60

type Store = Pick<LibraryStore, 'getMany' | 'parentsOf' | 'childrenOf'>

/**
 * The versions around a run, in the order in which they are drawn: line by line, each from left to right. Empty for a
 * run that was made of no other and of which no other was made.
 *
 * @param firstPictureOf what a run was given
 */
export async function readLineage(
  store: Store,
  firstPictureOf: (runId: string) => Promise<string | undefined>,
  runId: string,
): Promise<LineageNode[]> {
  const path = await pathTo(store, runId)
  const root = path[0] ?? runId
  const edges = await edgesFrom(store, root)
  if (edges.length === 0) return []
  const items = await store.getMany([root, ...edges.map(({ childId }) => childId)])
  const byId = new Map(items.map((item) => [item.id, item]))
  const runs = drawn(root, runId, new Set([...path, runId]), edges, byId)
  const assetId = await firstPictureOf(root)
  if (assetId === undefined) return runs
  return [{ version: 0, row: 0, parentRow: 0, isCurrent: false, assetId, run: undefined }, ...runs]
}

/** The runs above this one, oldest first; of several possible parents always the newest. */
async function pathTo(store: Store, runId: string): Promise<string[]> {
  const path: string[] = []
  let current = runId
  while (path.length < mostSteps) {
    const [edge] = await store.parentsOf([current])
    if (!edge) break
    current = edge.parentId
    path.unshift(current)
  }
  return path
}

/** One edge for each run below the root, level by level. */
async function edgesFrom(store: Store, root: string): Promise<LineageEdge[]> {
  const found = new Map<string, LineageEdge>()
  let level = [root]
  for (let step = 0; step < mostSteps && level.length > 0 && found.size < mostRuns; step++) {
    const next = (await store.childrenOf(level)).filter(
      ({ childId }) => childId !== root && !found.has(childId),
    )
    for (const edge of next.slice(0, mostRuns)) if (!found.has(edge.childId)) found.set(edge.childId, edge)
    level = [...new Set(next.map(({ childId }) => childId))].filter((id) => found.has(id))
  }
  return [...found.values()]
}

function drawn(
  root: string,
  currentId: string,
  onPath: ReadonlySet<string>,
  edges: readonly LineageEdge[],
  items: ReadonlyMap<string, LibraryItem>,
): LineageNode[] {
  const nodes: LineageNode[] = []
  let rows = 1

  function place(id: string, version: number, row: number, parentRow: number): void {
    // The way to the current run is the straight line.
    const below = edges
      .filter(({ parentId }) => parentId === id)
      .sort((one, other) => Number(onPath.has(other.childId)) - Number(onPath.has(one.childId)))
    const run = items.get(id)
    const isCurrent = id === currentId
    const assetId = (!isCurrent && below[0]?.assetId) || run?.picture?.assetId
    nodes.push({ version, row, parentRow, isCurrent, assetId, run })
    for (const [index, { childId }] of below.entries())
      place(childId, version + 1, index === 0 ? row : rows++, row)
  }

  place(root, 1, 0, 0)
  return nodes
}
