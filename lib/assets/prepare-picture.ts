import 'server-only'
import { maskEdits } from '@/lib/picture-edits/follow-mask'
import type { PictureEdits } from '@/lib/picture-edits/picture-edits'
import { editsProblem, normaliseEdits, planEdits } from '@/lib/picture-edits/plan-edits'
import { applyEdits, applyEditsToMask } from './apply-edits'
import type { Asset } from './asset'
import type { AssetLibrary } from './asset-library'
import type { PictureOrigins } from './picture-origins'
import { PictureRefused } from './picture-refused'

export interface PreparePictureParts {
  library: AssetLibrary
  origins: PictureOrigins
  /** Epoch milliseconds. */
  now: () => number
}

export interface PreparePictureRequest {
  edits: PictureEdits
  /** `mask` for a mask that follows its picture: the edits are the picture's. */
  use?: 'picture' | 'mask'
  /** What a mask says of pixels that are added around the picture; kept unless told otherwise. */
  added?: 'kept' | 'regenerated'
}

/** Longer chains of edits upon edits are not followed; nobody makes them by hand. */
const longestChain = 50

/**
 * The picture with the edits made, as an asset of its own; the source stays. The same edits give the same asset, and
 * edits that change nothing give the source. Undefined for an unknown id.
 *
 * @throws PictureRefused if the edits don't fit the picture, or `signal`'s reason once nobody waits any more
 */
export async function preparePicture(
  { library, origins, now }: PreparePictureParts,
  id: string,
  { edits: asked, use = 'picture', added = 'kept' }: PreparePictureRequest,
  signal?: AbortSignal,
): Promise<Asset | undefined> {
  const source = await library.get(id)
  if (!source) return undefined
  const edits = normaliseEdits(source, use === 'mask' ? maskEdits(asked, added) : asked)
  const problem = editsProblem(source, edits)
  if (problem) throw new PictureRefused('edits-do-not-fit', problem)
  if (planEdits(source, edits).isIdentity) return source

  const origin = { sourceId: id, edits, use }
  const known = await origins.find(origin)
  const made = known && (await library.get(known))
  if (made) return made

  const bytes = await library.read(id)
  if (!bytes) return undefined
  const apply = use === 'mask' ? applyEditsToMask : applyEdits
  const prepared = await library.addMade(await apply({ asset: source, bytes }, edits, { signal }))
  // Two half turns lead back to where one began: a picture that the source itself comes from keeps its own origin.
  if (!(await comesFrom(origins, id, prepared.id))) await origins.insert(prepared.id, origin, now())
  return prepared
}

async function comesFrom(origins: PictureOrigins, id: string, ancestor: string): Promise<boolean> {
  let current: string | undefined = id
  for (let step = 0; current && step < longestChain; step++) {
    if (current === ancestor) return true
    current = (await origins.get(current))?.sourceId
  }
  return false
}
