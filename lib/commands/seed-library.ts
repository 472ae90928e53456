/**
 * `npm run seed-library -- 10000`: puts that many finished predictions into DATA_DIR (or DATABASE_URL), for looking at a
 * large library and for measuring it. Stop the server first. Nothing is sent to anyone.
 */
import path from 'node:path'
import { sql } from 'kysely'
import { createAssetLibrary } from '@/lib/assets/asset-library'
import { createDiskBlobStore } from '@/lib/assets/disk-blob-store'
import { readConfig } from '@/lib/config'
import { createAssetRecords } from '@/lib/db/asset-records'
import { openDatabase } from '@/lib/db/client'
import { createPredictionStore } from '@/lib/db/prediction-store'
import { seedPictures } from './seed/seed-pictures'
import { seedRuns } from './seed/seed-runs'

const count = Number(process.argv[2] ?? 10_000)
const pictureCount = Number(process.argv[3] ?? 120)
if (!Number.isInteger(count) || count < 1 || !Number.isInteger(pictureCount) || pictureCount < 1) {
  console.error('Say how many predictions, as in: npm run seed-library -- 10000')
  process.exit(1)
}

const config = readConfig(process.env)
const database = await openDatabase({ folder: config.dataFolder, databaseUrl: config.databaseUrl })
try {
  // What a power cut takes is seeded again.
  if (database.engine === 'sqlite') await sql`pragma synchronous = off`.execute(database.db)
  const assets = createAssetLibrary({
    blobs: createDiskBlobStore(path.join(config.dataFolder, 'assets')),
    records: createAssetRecords(database.db),
    now: Date.now,
  })
  console.log(`Making ${pictureCount} pictures…`)
  const pictures = await seedPictures(assets, pictureCount)
  console.log(`Storing ${count} predictions…`)
  const runs = await seedRuns(createPredictionStore(database), pictures, { count, now: Date.now() })
  console.log(
    `${count} predictions in ${runs} runs are in ${config.databaseUrl ? 'the database' : config.dataFolder}.`,
  )
} finally {
  await database.close()
}
