import { mkdir, mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { assetLibraryForTests } from './asset-library-for-tests'
import { pictureKey, variantKey } from './asset-keys'
import { createDiskBlobStore } from './disk-blob-store'
import { quartersPicture } from './quarters-picture'
import { sweepOrphans } from './sweep-orphans'

const hour = 60 * 60 * 1000
const idOf = (digit: string) => digit.repeat(64)

it('removes old blobs without a record, and nothing else', async () => {
  const { library, store, records, blobs, clock, now } = assetLibraryForTests()
  const { id } = await library.addPicture(await quartersPicture().png().toBuffer())
  await library.readVariant(id, 160)
  await store.put('backups/of-somebody-else', Buffer.from('x'))
  // More than one batch of the record look-up.
  for (let n = 0; n < 450; n++) {
    await store.put(pictureKey(n.toString(16).padStart(64, '0')), Buffer.from('x'))
  }
  await store.put(variantKey(idOf('b'), 320), Buffer.from('x'))
  clock.time += hour + 1
  await store.put(pictureKey(idOf('c')), Buffer.from('x'))

  expect(await sweepOrphans({ blobs: store, records, now })).toEqual({
    orphans: 451,
    unfinished: 0,
    uploads: 0,
  })
  const left = [pictureKey(id), variantKey(id, 160), 'backups/of-somebody-else', pictureKey(idOf('c'))]
  expect([...blobs.keys()].sort()).toEqual(left.sort())
})

it('removes half-written files and abandoned uploads an hour old', async () => {
  const { records, clock, now } = assetLibraryForTests()
  const folder = await mkdtemp(join(tmpdir(), 'diptych-sweep-'))
  const uploads = join(folder, 'uploads')
  const old = (clock.time - 2 * hour) / 1000
  const recent = (clock.time - hour / 2) / 1000
  const pictures = join(folder, 'blobs', 'pictures')
  await mkdir(pictures, { recursive: true })
  for (const [name, time] of Object.entries({ old, recent })) {
    await mkdir(join(uploads, name), { recursive: true })
    await writeFile(join(uploads, name, '0'), 'half')
    await utimes(join(uploads, name), time, time)
    await writeFile(join(pictures, `.writing-${name}`), 'half')
    await utimes(join(pictures, `.writing-${name}`), time, time)
  }
  const blobs = createDiskBlobStore(join(folder, 'blobs'))
  const swept = await sweepOrphans({ blobs, records, uploadFolder: uploads, now })
  expect(swept).toEqual({ orphans: 0, unfinished: 1, uploads: 1 })
  expect([await readdir(uploads), await readdir(pictures)]).toEqual([['recent'], ['.writing-recent']])
  await rm(folder, { recursive: true })
})
