/** `npm run restore -- folder`: fills an empty DATA_DIR (or DATABASE_URL and S3) from a backup. Stop the server first. */
import path from 'node:path'
import { restore, RestoreRefused } from '@/lib/backup/restore'
import { openStorage } from './open-storage'

const folder = process.argv[2]
if (!folder) {
  console.error('Say from which folder, as in: npm run restore -- /backups/diptych')
  process.exit(1)
}
const { database, blobs, close } = await openStorage()
try {
  const manifest = await restore(database, blobs, path.resolve(folder))
  console.log(
    `${manifest.rows.runs} runs and ${manifest.pictures} pictures of ${manifest.madeAt} are here again. ` +
      'What was waiting to be sent then is not sent from here; run it again where you want it.',
  )
} catch (error) {
  if (!(error instanceof RestoreRefused)) throw error
  console.error(error.message)
  process.exitCode = 1
} finally {
  await close()
}
