import path from 'node:path'
import type { BlobStore } from '@/lib/assets/blob-store'
import { createDiskBlobStore } from '@/lib/assets/disk-blob-store'
import { createS3BlobStore } from '@/lib/assets/s3-blob-store'
import { readConfig } from '@/lib/config'
import { openDatabase, type DatabaseClient } from '@/lib/db/client'

/** Database and pictures as the server has them, for a command beside it. */
export async function openStorage(): Promise<{
  database: DatabaseClient
  blobs: BlobStore
  close(): Promise<void>
}> {
  const config = readConfig(process.env)
  const database = await openDatabase({ folder: config.dataFolder, databaseUrl: config.databaseUrl })
  const blobs = config.s3
    ? createS3BlobStore(config.s3)
    : createDiskBlobStore(path.join(config.dataFolder, 'assets'))
  return { database, blobs, close: () => database.close() }
}
