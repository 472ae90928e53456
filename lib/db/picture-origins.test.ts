import { afterAll, afterEach, describe, expect, it } from 'vitest'
import { assetLibraryForTests } from '@/lib/assets/asset-library-for-tests'
import { preparePicture } from '@/lib/assets/prepare-picture'
import { quartersOf, quartersPicture } from '@/lib/assets/quarters-picture'
import { noEdits, type PictureEdits } from '@/lib/picture-edits/picture-edits'
import { createPostgresDatabase, type PostgresDatabase } from '@/lib/testing/postgres-database'
import { temporaryFolder } from '@/lib/testing/temporary-folder'
import { openDatabase, type DatabaseClient } from './client'
import { createPictureOrigins } from './picture-origins'

/** Asked for by the tests that need it, so that where there is no PostgreSQL they fail and the others do not. */
let made: Promise<PostgresDatabase> | undefined
const postgres = () => (made ??= createPostgresDatabase())
afterAll(() => made?.then((database) => database.drop()).catch(() => {}))

let client: DatabaseClient | undefined
afterEach(() => client?.close())

async function prepared(opening: Promise<DatabaseClient>) {
  client = await opening
  await client.db.deleteFrom('prepared_pictures').execute()
  const origins = createPictureOrigins(client.db)
  const { library, puts } = assetLibraryForTests()
  const source = await library.addPicture(await quartersPicture().png().toBuffer())
  const parts = { library, origins, now: () => 1_700_000_000_000 }
  const prepare = (id: string, edits: Partial<PictureEdits>) =>
    preparePicture(parts, id, { edits: { ...noEdits, ...edits } })
  return { origins, library, puts, source, prepare, parts }
}

const engines: [string, () => Promise<DatabaseClient>][] = [
  ['SQLite', async () => openDatabase({ folder: await temporaryFolder() })],
  ['PostgreSQL', async () => openDatabase({ folder: '/nowhere', databaseUrl: (await postgres()).url })],
]

describe.each(engines)('prepared pictures on %s', (_, open) => {
  it('tell what they were made of, and are made once', async () => {
    const { origins, library, puts, source, prepare } = await prepared(open())
    const crop = { left: 0, top: 0, width: 96, height: 32 }
    const first = await prepare(source.id, { turns: 2, crop })
    expect(first).toMatchObject({ width: 96, height: 32 })
    const bytes = await library.read(first?.id ?? '')
    expect((await quartersOf(bytes ?? new Uint8Array())).slice(0, 2)).toEqual(['yellow', 'blue'])
    const edits = { ...noEdits, turns: 2, crop }
    expect(await origins.get(first?.id ?? '')).toEqual({ sourceId: source.id, edits, use: 'picture' })

    const stored = puts.length
    expect(await prepare(source.id, { turns: 2, crop, resize: { width: 96, height: 32 } })).toEqual(first)
    expect(puts.length).toBe(stored)
    expect(await origins.get(source.id)).toBeUndefined()
  })

  it('are the source itself where nothing changes, and never come from themselves', async () => {
    const { origins, source, prepare } = await prepared(open())
    expect(await prepare(source.id, {})).toEqual(source)
    const turned = await prepare(source.id, { turns: 2 })
    const back = await prepare(turned?.id ?? '', { turns: 2 })
    const again = await prepare(back?.id ?? '', { turns: 2 })
    expect(again).toEqual(turned)
    expect((await origins.get(turned?.id ?? ''))?.sourceId).toBe(source.id)
  })

  it('may be masks, which are made otherwise', async () => {
    const { library, source, parts } = await prepared(open())
    const extend = { left: 8, top: 0, right: 0, bottom: 0, fill: '#1E6FD9' }
    const edits = { ...noEdits, extend }
    const kept = await preparePicture(parts, source.id, { edits, use: 'mask' })
    const regenerated = await preparePicture(parts, source.id, { edits, use: 'mask', added: 'regenerated' })
    const picture = await preparePicture(parts, source.id, { edits })
    expect(new Set([kept?.id, regenerated?.id, picture?.id]).size).toBe(3)
    expect(await library.get(kept?.id ?? '')).toMatchObject({ width: 104, height: 64 })
  })

  it('refuse edits that do not fit, and know nothing of unknown pictures', async () => {
    const { source, prepare } = await prepared(open())
    await expect(
      prepare(source.id, { crop: { left: 90, top: 0, width: 10, height: 10 } }),
    ).rejects.toMatchObject({
      code: 'edits-do-not-fit',
      message: 'The crop reaches out of the picture (96 × 64). Make it smaller or move it.',
    })
    expect(await prepare('f'.repeat(64), { turns: 1 })).toBeUndefined()
  })
})
