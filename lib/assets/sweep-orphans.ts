import 'server-only'
import { readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { assetIdOf, assetPrefixes } from './asset-keys'
import type { AssetRecords } from './asset-records'
import type { BlobStore } from './blob-store'

/** Long past any upload or download that could still be between its blob and its record. */
const minimumAgeMs = 60 * 60 * 1000
const batchSize = 200

export interface SweepParts {
  blobs: BlobStore & { removeUnfinished?: (time: number) => Promise<number> }
  records: Pick<AssetRecords, 'getMany'>
  /** Where uploads are received, if on this disk. */
  uploadFolder?: string
  /** Epoch milliseconds. */
  now: () => number
}

/**
 * Removes what crashes leave behind once it is an hour old: blobs without a record, half-written files, and abandoned
 * uploads. Returns how many of each.
 */
export async function sweepOrphans({ blobs, records, uploadFolder, now }: SweepParts) {
  const before = now() - minimumAgeMs
  let orphans = 0
  let batch: { key: string; id: string }[] = []

  // Records are asked right before the removal, so that one inserted meanwhile counts.
  async function removeBatch() {
    const known = new Set(
      (await records.getMany([...new Set(batch.map(({ id }) => id))])).map(({ id }) => id),
    )
    for (const { key, id } of batch) {
      if (known.has(id)) continue
      await blobs.delete(key)
      orphans += 1
    }
    batch = []
  }

  for (const prefix of assetPrefixes) {
    for await (const { key, modifiedAt } of blobs.list(prefix)) {
      const id = assetIdOf(key)
      if (id && modifiedAt < before) batch.push({ key, id })
      if (batch.length >= batchSize) await removeBatch()
    }
  }
  await removeBatch()

  return {
    orphans,
    unfinished: (await blobs.removeUnfinished?.(before)) ?? 0,
    uploads: uploadFolder ? await removeOldEntries(uploadFolder, before) : 0,
  }
}

async function removeOldEntries(folder: string, before: number): Promise<number> {
  let removed = 0
  for (const name of await readdir(folder).catch(() => [])) {
    const path = join(folder, name)
    const facts = await stat(path).catch(() => undefined)
    if (!facts || facts.mtimeMs >= before) continue
    await rm(path, { recursive: true, force: true })
    removed += 1
  }
  return removed
}
