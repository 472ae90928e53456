import { beforeEach, describe, expect, it } from 'vitest'
import type { AssetRecords } from '@/lib/assets/asset-records'
import type { PictureOrigins } from '@/lib/assets/picture-origins'
import type { Prediction } from '@/lib/predictions/prediction'
import type { PredictionStore } from '@/lib/predictions/prediction-store'
import type { Run } from '@/lib/predictions/run'
import { anAsset, aPrediction, aRun, aState } from '@/lib/testing/a-prediction'
import { libraryEntry } from './library-entry'
import type { LibraryItem } from './library-item'
import { readLibraryQuery } from './library-query'
import type { LibraryStore } from './library-store'
import { readLineage } from './lineage'

export interface LibraryForTests {
  library: LibraryStore
  store: PredictionStore
  records: AssetRecords
  origins: PictureOrigins
}

/** What every library store must do. `open` gives an empty database before each test. */
export function describeLibraryStore(engine: string, open: () => Promise<LibraryForTests>): void {
  describe(`library on ${engine}`, () => {
    let library: LibraryStore
    let store: PredictionStore
    let records: AssetRecords
    let origins: PictureOrigins
    beforeEach(async () => {
      ;({ library, store, records, origins } = await open())
    })

    const done = (...outputs: string[]) => ({
      status: { ...aState('succeeded'), outputs: outputs.map((name) => anAsset(name)) },
    })

    /** A run with these predictions, one if none is named. */
    async function stored(id: string, facts: Partial<Run> = {}, ...cells: Partial<Prediction>[]) {
      const run = aRun({ id, createdAt: 1_000, ...facts })
      const some = cells.length > 0 ? cells : [{}]
      const predictions = some.map((cell, position) =>
        aPrediction({ runId: id, position, createdAt: run.createdAt, updatedAt: run.createdAt, ...cell }),
      )
      await store.createRun(run, predictions)
      return predictions
    }
    const keepUp = async (id: string) => library.keep(libraryEntry((await store.getRun(id))!))
    const idsOf = (items: LibraryItem[]) => items.map(({ id }) => id)
    const found = async (address: string) =>
      idsOf(await library.list(readLibraryQuery(new URLSearchParams(address)), { limit: 100 }))

    it('shows a run as it was made, and as it is after a change', async () => {
      const [prediction] = await stored(
        'a',
        {},
        { mode: 'sandbox' },
        { mode: 'sandbox', modelId: 'flux-dev', status: aState('failed') },
      )
      expect(await library.getMany(['a', 'unknown'])).toEqual([
        {
          id: 'a',
          createdAt: 1_000,
          deletedAt: null,
          title: 'Make it night',
          modelNames: ['FLUX.2 Klein 9B Edit', 'FLUX.1 Dev'],
          sandbox: true,
          picture: { assetId: anAsset('input').id, isOutput: false },
          total: 2,
          active: 1,
          succeeded: 0,
          failed: 1,
          costCents: 0,
          hasMask: false,
          starred: false,
        },
      ])
      expect(await library.outdated(10)).toEqual([])
      const submitting = (await store.move(prediction!, aState('submitting'), 2_000))!
      const running = (await store.move(submitting, aState('running'), 2_001))!
      const storing = (await store.move(running, aState('storing'), 2_002))!
      await store.move(storing, done('out').status, 2_003)
      expect(await library.outdated(10)).toEqual(['a'])
      const old = libraryEntry({ run: aRun({ id: 'a' }), predictions: [prediction!] })
      await keepUp('a')
      await library.keep(old)
      expect(await library.outdated(10)).toEqual([])
      expect(await library.getMany(['a'])).toMatchObject([
        { active: 0, succeeded: 1, picture: { assetId: anAsset('out').id, isOutput: true, width: 4 } },
      ])
      expect((await library.usedModels()).sort()).toEqual(['flux-2-klein-9b-edit', 'flux-dev'])
    })

    it('finds by words, model, provider, state, star, mask, day and cost, and by all at once', async () => {
      const night = { input: { prompt: 'Make the SKY ÄRGER 100%_\\ night', images: [] } }
      await stored('night', night, done('n'))
      await stored(
        'day',
        {
          createdAt: Date.UTC(2026, 5, 21, 23, 59, 59),
          input: { prompt: 'Make it day\u0000\ud83d', images: [anAsset('p').id], mask: anAsset('m').id },
        },
        { modelId: 'flux-dev', priceCents: 1.5, mark: 'star', ...done('d') },
        { modelId: 'flux-2-klein-base-9b-edit', provider: 'wavespeed', status: aState('unconfirmed') },
      )
      await stored('swept', { axes: [{ parameter: 'prompt', values: ['as snow', 'as rain'] }] })
      const cases: [string, string[]][] = [
        ['', ['day', 'swept', 'night']],
        ['q=night', ['swept', 'night']],
        ['q=ärger sky', ['night']],
        ['q=100%25_\\', ['night']],
        ['q=make night snow', ['swept']],
        ['q=1000', []],
        ['model=flux-dev', ['day']],
        ['model=flux', []],
        ['provider=wavespeed', ['day']],
        ['state=succeeded', ['day', 'night']],
        ['state=working', ['swept']],
        ['state=unconfirmed', ['day']],
        ['star=yes', ['day']],
        ['star=no', ['swept', 'night']],
        ['mask=yes', ['day']],
        ['mask=no&q=night', ['swept', 'night']],
        ['from=2026-06-21&to=2026-06-21', ['day']],
        ['to=2026-06-20', ['swept', 'night']],
        ['min=3', ['day']],
        ['max=2&min=2', ['swept', 'night']],
        ['star=yes&mask=yes&provider=wavespeed&q=day&from=2026-06-21&state=unconfirmed', ['day']],
        ['sort=cheapest', ['night', 'swept', 'day']],
        ['collection=unknown', []],
      ]
      for (const [address, ids] of cases) {
        expect(await found(address), address).toEqual(ids)
        const query = readLibraryQuery(new URLSearchParams(address))
        expect(await library.count(query, { asOf: Date.now() }), address).toBe(ids.length)
        expect(await library.ids(query, Date.now()), address).toEqual(ids)
      }
      const before = { sort: 'newest', q: 'make' } as const
      expect(await library.count(before, { asOf: 1_000 })).toBe(2)
      expect(await library.count(before, { madeAfter: 1_000 })).toBe(1)
      expect(idsOf(await library.list(before, { limit: 5, asOf: 1_000 }))).toEqual(['swept', 'night'])
    })

    it('stars the shown result of each run that has no star, and takes all stars away', async () => {
      const [, starred] = await stored('two', {}, done('1'), { mark: 'star', ...done('2') }, done('3'))
      const [first] = await stored('one', {}, done('4'), done('5'))
      await stored('none', {}, { status: aState('failed') })
      const all = ['two', 'one', 'none']
      expect(await library.star(all, true, 5_000)).toEqual([first!.id])
      expect(await found('star=yes')).toEqual(['two', 'one'])
      expect((await store.getPredictions([first!.id]))[0]).toMatchObject({ mark: 'star', updatedAt: 5_000 })
      expect(new Set(await library.star(all, false, 5_000))).toEqual(new Set([first!.id, starred!.id]))
      expect(await found('star=yes')).toEqual([])
      expect((await store.getPredictions([starred!.id]))[0]).not.toHaveProperty('mark')
    })

    it('keeps runs in collections, each in as many as one likes', async () => {
      await stored('a')
      await stored('b')
      expect(await library.addCollection({ id: 'c1', name: ' Zoo ' }, 1)).toBe(true)
      expect(await library.addCollection({ id: 'c2', name: 'Best' }, 1)).toBe(true)
      expect(await library.addCollection({ id: 'c3', name: 'zoo' }, 1)).toBe(false)
      expect(await library.collect('c1', ['a', 'b', 'unknown'], 1)).toBe(true)
      expect(await library.collect('c1', ['a'], 2)).toBe(true)
      expect(await library.collect('c2', ['b'], 2)).toBe(true)
      expect(await library.collect('gone', ['b'], 2)).toBe(false)
      expect(await found('collection=c1')).toEqual(['b', 'a'])
      await library.setTrashed(['a'], 5)
      expect(await library.collections()).toEqual([
        { id: 'c2', name: 'Best', runs: 1 },
        { id: 'c1', name: 'Zoo', runs: 1 },
      ])
      await library.uncollect('c2', ['b', 'a'])
      expect(await found('collection=c2')).toEqual([])
      expect(await library.renameCollection('c2', 'ZOO')).toBe('name-taken')
      expect(await library.renameCollection('c1', 'ZOO')).toBe('renamed')
      expect(await library.renameCollection('gone', 'x')).toBe('unknown')
      expect(await library.removeCollection('c1')).toBe(true)
      expect(await library.removeCollection('c1')).toBe(false)
      expect(await found('')).toEqual(['b'])
    })

    describe('the trash', () => {
      it('takes runs out of the list and gives them back', async () => {
        await stored('a')
        await stored('b')
        expect(await library.setTrashed(['a', 'unknown'], 7_000)).toBe(1)
        expect(await library.setTrashed(['a'], 8_000)).toBe(0)
        expect(await library.trashedAt('a')).toBe(7_000)
        expect(await library.trashedAt('b')).toBeUndefined()
        expect(await found('')).toEqual(['b'])
        expect(await found('trash=yes')).toEqual(['a'])
        expect(await library.setTrashed(['a', 'b'], null)).toBe(1)
        expect(await found('')).toEqual(['b', 'a'])
      })

      it('removes for good what is finished, with the pictures that nobody else uses', async () => {
        const given = (...names: string[]) => ({
          input: { images: names.map((name) => anAsset(name).id), mask: anAsset(`mask of ${names[0]}`).id },
        })
        for (const name of [
          'photo',
          'shared',
          'crop',
          'other crop',
          'tried',
          'mask of crop',
          'o1',
          'o2',
          'raw',
        ])
          await records.insert(anAsset(name), 1)
        const prepared = (name: string, of: string) =>
          origins.insert(
            anAsset(name).id,
            { sourceId: anAsset(of).id, edits: { turn: 0 } as never, use: 'picture' },
            1,
          )
        await prepared('crop', 'photo')
        await prepared('tried', 'photo')
        await prepared('other crop', 'shared')
        const raw = { ...done('o1').status, raw: [anAsset('raw')] }
        await stored('gone', given('crop', 'shared'), { status: raw })
        await stored('stays', { input: { images: [anAsset('other crop').id] } }, done('o2'))
        await stored('same output', {}, done('o2'))
        await stored('busy', given('crop'))
        await library.setTrashed(['gone', 'same output', 'busy'], 100)

        expect(await library.purge({ until: 99 })).toEqual({ runIds: [], assetIds: [], unfinished: 0 })
        const hours = 3_600_000
        const first = await library.purge({ until: 2 * hours })
        expect(first.runIds.sort()).toEqual(['gone', 'same output'])
        expect(first.unfinished).toBe(1)
        // The crop and its mask are the busy run’s too, and “shared” is what another’s crop was made of; what was only
        // tried of the photo is nobody’s.
        const names = (ids: string[]) =>
          [
            'photo',
            'shared',
            'crop',
            'other crop',
            'tried',
            'mask of crop',
            'input',
            'o1',
            'o2',
            'raw',
          ].filter((name) => ids.includes(anAsset(name).id))
        expect(names(first.assetIds)).toEqual(['tried', 'o1', 'raw'])
        expect(await records.get(anAsset('raw').id)).toBeUndefined()
        expect(await records.get(anAsset('shared').id)).toBeDefined()
        expect(await store.getRun('gone')).toBeUndefined()

        const [busy] = (await store.getRun('busy'))!.predictions
        await store.move(busy!, aState('canceled'), 5_000)
        expect(await library.purge({ runIds: ['stays'], until: 2 * hours })).toMatchObject({ runIds: [] })
        const second = await library.purge({ runIds: ['busy', 'stays'], until: 2 * hours })
        expect(names(second.assetIds)).toEqual(['photo', 'crop', 'mask of crop'])
        expect(await origins.get(anAsset('tried').id)).toBeUndefined()
        expect(await found('')).toEqual(['stays'])
      })
    })

    it('does not remove a picture that a run has just made, before the library has followed', async () => {
      await records.insert(anAsset('same'), 1)
      await stored('gone', {}, done('same'))
      await stored('new', {}, { status: aState('storing') })
      const [storing] = (await store.getRun('new'))!.predictions
      await store.move(storing!, done('same').status, 9_000)
      await library.setTrashed(['gone'], 10)
      expect((await library.purge({ until: 10 })).assetIds).toEqual([])
      expect(await records.get(anAsset('same').id)).toBeDefined()
    })

    it('tells the versions that were made from one another, and their branches', async () => {
      const from = (...names: string[]) => ({ input: { images: names.map((name) => anAsset(name).id) } })
      await records.insert(anAsset('crop of v1'), 1)
      await stored('v1', { createdAt: 1, ...from('photo') }, done('v1', 'v1 too'))
      await stored('v2', { createdAt: 2, ...from('v1') }, done('v2'))
      await stored('v3', { createdAt: 3, ...from('v2') }, done('v3'))
      await origins.insert(
        anAsset('crop of v1').id,
        { sourceId: anAsset('v1 too').id, edits: { turn: 0 } as never, use: 'picture' },
        1,
      )
      await stored('branch', { createdAt: 4, ...from('crop of v1') }, done('branch'))
      await stored('alone', { createdAt: 5, ...from('photo') }, done('alone'))
      const firstPicture = async () => anAsset('photo').id
      const tree = async (id: string) =>
        (await readLineage(library, firstPicture, id)).map(({ run, version, row, parentRow, isCurrent }) =>
          [run?.id ?? 'photo', version, row, parentRow, isCurrent].join(' '),
        )
      expect(await tree('branch')).toEqual([
        'photo 0 0 0 false',
        'v1 1 0 0 false',
        'branch 2 0 0 true',
        'v2 2 1 0 false',
        'v3 3 1 1 false',
      ])
      expect(await tree('v3')).toEqual([
        'photo 0 0 0 false',
        'v1 1 0 0 false',
        'v2 2 0 0 false',
        'v3 3 0 0 true',
        'branch 2 1 0 false',
      ])
      expect(await tree('alone')).toEqual([])
      const [, v1] = await readLineage(library, firstPicture, 'branch')
      expect(v1?.assetId).toBe(anAsset('v1 too').id)
    })
  })
}
