import 'server-only'
import type { AssetLibrary } from '@/lib/assets/asset-library'
import { NotUnderstood } from '@/lib/sandbox/engine/engine'
import type { LocalEngine } from '@/lib/sandbox/engine/start-engine'

/** The mask as a grey PNG, or a sentence with numbers that says why no subject could be told. */
export type SelectedSubject = { mask: Uint8Array } | { refused: string }

interface Parts {
  library: Pick<AssetLibrary, 'read'>
  engine: Pick<LocalEngine, 'selectSubject'>
}

/** What stands out in a stored picture; undefined for an unknown id. Nothing is stored: painting decides. */
export async function selectSubject(
  { library, engine }: Parts,
  id: string,
  signal?: AbortSignal,
): Promise<SelectedSubject | undefined> {
  const bytes = await library.read(id)
  if (!bytes) return undefined
  try {
    return { mask: await engine.selectSubject(bytes, signal) }
  } catch (error) {
    if (error instanceof NotUnderstood) return { refused: error.message }
    throw error
  }
}
