import 'server-only'
import { randomUUID } from 'node:crypto'
import fs from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { createGate, type Gate } from '@/lib/access/gate'
import { createRequestLimits, type RequestLimits } from '@/lib/access/request-limits'
import type { TokenStore } from '@/lib/access/token-store'
import { createAssetLibrary, type AssetLibrary, type ProviderUse } from '@/lib/assets/asset-library'
import type { BlobStore } from '@/lib/assets/blob-store'
import { createDiskBlobStore } from '@/lib/assets/disk-blob-store'
import type { PictureOrigin } from '@/lib/assets/picture-origins'
import { preparePicture, type PreparePictureRequest } from '@/lib/assets/prepare-picture'
import { removePictures } from '@/lib/assets/remove-pictures'
import { createS3BlobStore } from '@/lib/assets/s3-blob-store'
import { verifyPicturePath } from '@/lib/assets/signed-picture-url'
import { sweepOrphans } from '@/lib/assets/sweep-orphans'
import { createComposer } from '@/lib/composition/composer'
import { createReframeInput } from '@/lib/composition/reframe-input'
import type { Config } from '@/lib/config'
import { createAssetRecords } from '@/lib/db/asset-records'
import { openDatabase } from '@/lib/db/client'
import { becomeOwner } from '@/lib/db/owner-lock'
import { createInstructionHistory } from '@/lib/db/instruction-history'
import { createLibraryStore } from '@/lib/db/library-store'
import { createPictureOrigins } from '@/lib/db/picture-origins'
import { createLedgerStore } from '@/lib/db/ledger-store'
import { createPredictionStore } from '@/lib/db/prediction-store'
import { createPresetStore } from '@/lib/db/preset-store'
import { createShareStore } from '@/lib/db/share-store'
import { createSessionStore } from '@/lib/db/session-store'
import { signingSecret } from '@/lib/db/settings'
import { createTokenStore } from '@/lib/db/token-store'
import { createVoteStore } from '@/lib/db/vote-store'
import type { LedgerStore } from '@/lib/ledger/ledger-store'
import type { VoteStore } from '@/lib/judging/vote-store'
import { followChanges } from '@/lib/library/follow-changes'
import type { LibraryStore } from '@/lib/library/library-store'
import { createTrash, type Trash } from '@/lib/library/trash'
import { createLog, type Log } from '@/lib/log'
import type { ProviderAccess } from '@/lib/models/pre-flight'
import { providerIds, type ProviderId } from '@/lib/models/providers'
import { cancelPrediction } from '@/lib/predictions/cancel'
import { cancelRun } from '@/lib/predictions/cancel-run'
import { createChanges, type Changes } from '@/lib/predictions/changes'
import { createRun, type RunRequest } from '@/lib/predictions/create-run'
import type { InstructionHistory } from '@/lib/predictions/instruction-history'
import type { Lifecycle } from '@/lib/predictions/lifecycle'
import type { Prediction } from '@/lib/predictions/prediction'
import type { PredictionStore, RunWithPredictions } from '@/lib/predictions/prediction-store'
import { createProviderPace } from '@/lib/predictions/provider-pace'
import { tryAgain, tryRestAgain } from '@/lib/predictions/try-again'
import type { Standing } from '@/lib/predictions/view'
import { startWorker, type Worker } from '@/lib/predictions/worker'
import type { PresetStore } from '@/lib/presets/preset-store'
import type { ShareStore } from '@/lib/sharing/share-store'
import { readReport } from '@/lib/sandbox/report-in-picture'
import { startEngine } from '@/lib/sandbox/engine/start-engine'
import { startSandbox } from '@/lib/sandbox/server/start-sandbox'
import { inputPicture } from './input-picture'
import { accessOf, cachedProviders } from './provider-access'
import { resolvePicture } from './resolve-picture'
import { selectSubject } from './select-subject'

/** The whole server behind the pages: everything a route or an action may call. */
export interface Diptych {
  store: PredictionStore
  votes: VoteStore
  /** What was spent, and what may be. */
  ledger: LedgerStore
  /** Who is let in. */
  gate: Gate
  tokens: TokenStore
  requestLimits: RequestLimits
  instructions: InstructionHistory
  presets: PresetStore
  shares: ShareStore
  library: AssetLibrary
  /** All runs as the library finds them. */
  runLibrary: LibraryStore
  trash: Trash
  changes: Changes
  access: Record<ProviderId, ProviderAccess>
  /** Where uploads wait until they are complete. */
  uploadFolder: string
  publicUrl: string | undefined
  /** See `Config`. */
  trustedProxies: number
  resolvePicture(reference: string): ReturnType<typeof resolvePicture>
  /** A picture with edits made; undefined for an unknown id. See `preparePicture`. */
  preparePicture(
    id: string,
    request: PreparePictureRequest,
    signal?: AbortSignal,
  ): ReturnType<typeof preparePicture>
  /** The main subject of a picture, as a mask of its size; undefined for an unknown id. */
  selectSubject(id: string, signal?: AbortSignal): ReturnType<typeof selectSubject>
  /** What a prepared picture was made of; undefined for pictures that were not prepared. */
  pictureOrigin(id: string): Promise<PictureOrigin | undefined>
  /** @param tokenId of the API token it is made by, if it is by one */
  createRun(
    request: RunRequest,
    idempotencyKey?: string,
    tokenId?: string,
  ): Promise<{ runId: string; created: boolean }>
  cancel(predictionId: string): Promise<Prediction | undefined>
  /** Cancels all that is unfinished of a run; undefined if there is no such run. */
  cancelRun(runId: string): Promise<RunWithPredictions | undefined>
  /** See `lib/predictions/try-again.ts`. */
  tryAgain(predictionId: string): Promise<Prediction | undefined>
  /** The same for all of a run that failed or was canceled. */
  tryRestAgain(runId: string): Promise<Prediction[]>
  /** For `viewPrediction`. */
  standing: Standing
  /** What a signed picture link lets its holder fetch; undefined for a wrong or expired one. */
  verifyPicturePath(id: string, query: URLSearchParams): ProviderUse | undefined
  log: Log
  close(): Promise<void>
}

/** How often it is looked for runs whose days in the trash are over. */
const trashRoundMs = 6 * 60 * 60 * 1000

/** Wires the parts together: the one place that knows which implementation stands behind each port. */
export async function compose(config: Config): Promise<Diptych> {
  const log = createLog(secretsOf(config))
  const database = await openDatabase({ folder: config.dataFolder, databaseUrl: config.databaseUrl })
  await fs.mkdir(config.dataFolder, { recursive: true, mode: 0o700 })
  const secret = await signingSecret(database.db)
  const signing = { secret, now: Date.now }
  const tokens = createTokenStore(database.db)
  const gate = await createGate({
    password: config.accessPassword,
    secret,
    sessions: createSessionStore(database.db),
    tokens,
    now: Date.now,
  })
  const records = createAssetRecords(database.db)
  const s3 = config.s3 && createS3BlobStore(config.s3)
  const blobs: BlobStore = s3 ?? createDiskBlobStore(path.join(config.dataFolder, 'assets'))
  const library = createAssetLibrary({ blobs, records, now: Date.now })
  const origins = createPictureOrigins(database.db)
  const reframeInput = createReframeInput(library)
  const composer = createComposer(library)
  const engine = startEngine()
  const changes = createChanges()
  const runLibrary = createLibraryStore(database.db)
  const followed = followChanges(announcing(createPredictionStore(database), changes), runLibrary, log)
  const { store } = followed
  const trash = createTrash({
    library: runLibrary,
    catchUp: () => followed.catchUp(),
    removePictures: (ids) => removePictures({ blobs, records }, ids),
    now: Date.now,
  })
  const access = accessOf(config, s3)
  const uploadFolder = path.join(config.dataFolder, 'uploads')

  const stop = new AbortController()
  let worker: Worker | undefined
  let sandbox: Awaited<ReturnType<typeof startSandbox>> | undefined
  let giveUpOwnership: (() => void) | undefined

  /** By prediction; lost with the process, and told again by the next poll. */
  const ahead = new Map<string, number>()
  const lifecycle: Lifecycle = {
    store,
    provider: cachedProviders(config, () => sandbox?.origin),
    pace: createProviderPace(Date.now),
    tellAhead(id, jobs) {
      if (jobs === ahead.get(id)) return
      if (jobs === undefined) ahead.delete(id)
      else ahead.set(id, jobs)
      changes.announce(id)
    },
    inputPicture: (id, use, mode) =>
      inputPicture(
        { library, s3, signing, base: mode === 'sandbox' ? ownOrigin(config) : config.publicUrl },
        id,
        use,
      ),
    getAsset: (id) => library.get(id),
    async addOutput(bytes) {
      const asset = await library.addOutput(bytes)
      // The page will ask for these the moment it hears of the result; not for more pixels than there are.
      for (const width of [640, 320, 1280] as const)
        if (width < asset.width)
          library
            .readVariant(asset.id, width)
            .catch((error: unknown) => log('a variant could not be made', error))
      return asset
    },
    async readReport(asset) {
      const bytes = await library.read(asset.id)
      return bytes && readReport(bytes)
    },
    compose: composer.compose,
    move: (held, next) => store.move(held.prediction, next, Date.now(), held.owner),
    now: Date.now,
    sleep: (ms, signal) => sleep(ms, undefined, { signal }),
    log,
  }

  /** Begins to work on predictions, as soon as this process may. */
  async function work(): Promise<void> {
    if (database.engine === 'sqlite') {
      giveUpOwnership = await becomeOwner(config.dataFolder, stop.signal, () =>
        log('another process works on this data folder; this one serves pages and takes over when that ends'),
      )
      if (!giveUpOwnership) return
      // Whoever held a lease on this folder is dead, or the lock would not be ours.
      await store.releaseAll()
    }
    // Also for what was begun there before a key was set: a prediction keeps its mode for life.
    const isNeeded = providerIds.some((id) => access[id].mode === 'sandbox')
    if (isNeeded || (await store.hasUnfinishedInSandbox()))
      sandbox = await startSandbox({
        port: 0,
        dataFolder: path.join(config.dataFolder, 'sandbox'),
        engine: engine.edit,
      })
    if (stop.signal.aborted) return
    worker = startWorker(lifecycle, randomUUID())
    await sweepOrphans({ blobs, records, uploadFolder, now: Date.now })
    while (!stop.signal.aborted) {
      await trash.expire().catch((error: unknown) => log('the trash could not be looked through', error))
      await sleep(trashRoundMs, undefined, { signal: stop.signal, ref: false }).catch(() => {})
    }
  }
  async function cancel(predictionId: string): Promise<Prediction | undefined> {
    const prediction = await cancelPrediction(lifecycle, predictionId)
    if (prediction?.status.state === 'canceled') worker?.drop(predictionId)
    return prediction
  }
  const catchingUp = followed
    .catchUp(stop.signal)
    .catch((error: unknown) => log('the library could not be brought up to date', error))
  const working = work().catch((error: unknown) => log('the worker could not be started', error))

  return {
    store,
    votes: createVoteStore(database.db),
    ledger: createLedgerStore(database),
    gate,
    tokens,
    requestLimits: createRequestLimits(Date.now),
    instructions: createInstructionHistory(database.db),
    presets: createPresetStore(database.db),
    shares: createShareStore(database.db),
    library,
    runLibrary: {
      ...runLibrary,
      async star(...change) {
        const changed = await runLibrary.star(...change)
        for (const id of changed) changes.announce(id)
        return changed
      },
    },
    trash,
    changes,
    access,
    uploadFolder,
    publicUrl: config.publicUrl,
    trustedProxies: config.trustedProxies,
    resolvePicture: (reference) => resolvePicture(library, config.publicUrl, reference),
    preparePicture: (id, request, signal) =>
      preparePicture({ library, origins, now: Date.now }, id, request, signal),
    selectSubject: (id, signal) => selectSubject({ library, engine }, id, signal),
    pictureOrigin: (id) => origins.get(id),
    async createRun(request, idempotencyKey, tokenId) {
      const resolve = (reference: string) => resolvePicture(library, config.publicUrl, reference)
      const run = await createRun(
        { store, resolvePicture: resolve, reframeInput, access, now: Date.now },
        request,
        idempotencyKey,
        tokenId,
      )
      worker?.wake()
      return run
    },
    cancel,
    cancelRun: (runId) => cancelRun(store, cancel, runId),
    async tryAgain(predictionId) {
      const prediction = await tryAgain({ store, access, now: Date.now }, predictionId)
      worker?.wake()
      return prediction
    },
    async tryRestAgain(runId) {
      const predictions = await tryRestAgain({ store, access, now: Date.now }, runId)
      worker?.wake()
      return predictions
    },
    standing: { hold: lifecycle.pace.hold, ahead: (id) => ahead.get(id) },
    verifyPicturePath: (id, query) => verifyPicturePath(id, query, signing),
    log,
    async close() {
      stop.abort()
      await working
      await catchingUp
      await worker?.stop()
      await followed.close()
      await composer.close()
      await sandbox?.close()
      await engine.close()
      giveUpOwnership?.()
      await database.close()
    },
  }
}

function secretsOf(config: Config): string[] {
  const keys = providerIds.map((id) => config.providers[id].apiKey)
  const password = config.databaseUrl && new URL(config.databaseUrl).password
  return [...keys, password, config.s3?.secretAccessKey, config.accessPassword].flatMap(
    (secret) => secret || [],
  )
}

/** A store whose every change is told to those who wait for it. */
function announcing(store: PredictionStore, changes: Changes): PredictionStore {
  return {
    ...store,
    async move(...change) {
      const moved = await store.move(...change)
      if (moved) changes.announce(moved.id)
      return moved
    },
    async mark(...change) {
      const marked = await store.mark(...change)
      if (marked) changes.announce(marked.id)
      return marked
    },
  }
}

function ownOrigin({ host, port }: Config): string {
  // All addresses means: this one too.
  if (host === '0.0.0.0' || host === '::') return `http://127.0.0.1:${port}`
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`
}
