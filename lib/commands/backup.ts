/**
 * `npm run backup -- folder`: database and pictures together, beside the running server if need be. Into the same folder
 * again it copies only pictures that are new.
 */
import path from 'node:path'
import { backUp } from '@/lib/backup/back-up'
import { openStorage } from './open-storage'

const folder = process.argv[2]
if (!folder) {
  console.error('Say into which folder, as in: npm run backup -- /backups/diptych')
  process.exit(1)
}
const { database, blobs, close } = await openStorage()
try {
  const { manifest, copied, missing } = await backUp(database, blobs, path.resolve(folder))
  console.log(
    `${manifest.rows.runs} runs and ${manifest.pictures} pictures (${copied} new) are in ${path.resolve(folder)}. ` +
      'Keep it as you keep your pictures: it holds all of them, and the secret that signs links to them.',
  )
  for (const id of missing) console.error(`The picture ${id} is in the database and not in the storage.`)
  if (missing.length > 0) process.exitCode = 1
} finally {
  await close()
}
