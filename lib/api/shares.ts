import 'server-only'
import { randomBytes, randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Diptych } from '@/lib/compose'
import { runTitle } from '@/lib/models/batch'
import { findModel } from '@/lib/models/registry'
import type { Prediction } from '@/lib/predictions/prediction'
import { picturesOfRun } from '@/lib/predictions/pictures-of-run'
import {
  shareChoicesSchema,
  shareState,
  shareTargetSchema,
  type Share,
  type ShareTarget,
} from '@/lib/sharing/share'
import type { ListedShare } from '@/lib/sharing/share-texts'
import { tallyVotes } from '@/lib/sharing/vote-tally'
import { sharedView, type SharedPage, type SharedSource } from '@/lib/sharing/shared-view'
import { ApiError, notFound } from './api-error'
import { ownOrigin } from './own-origin'

/** 144 bits: it can't be guessed, and is still a short link. */
const tokenBytes = 18

export const shareRequestSchema = z.strictObject({
  target: shareTargetSchema,
  choices: shareChoicesSchema,
  /** Epoch milliseconds; absent for a link without an end. */
  endsAt: z.number().int().optional(),
})

/** @throws ApiError if there is nothing to share, or the link would have ended already */
export async function createShare(
  server: Pick<Diptych, 'store' | 'shares'>,
  { target, choices, endsAt }: z.infer<typeof shareRequestSchema>,
): Promise<Share> {
  const now = Date.now()
  if (endsAt !== undefined && endsAt <= now)
    throw new ApiError(422, 'ended', 'The link would have ended before it is made. Choose a later day.')
  const share: Share = {
    id: randomUUID(),
    token: randomBytes(tokenBytes).toString('base64url'),
    ...(await resolveTarget(server, target)),
    choices,
    createdAt: now,
    ...(endsAt !== undefined && { endsAt }),
    visits: 0,
  }
  await server.shares.insert(share)
  return share
}

/** @throws ApiError if there is no such run or prediction */
export async function resolveTarget(
  { store }: Pick<Diptych, 'store'>,
  target: ShareTarget,
): Promise<Pick<Share, 'runId' | 'predictionId'>> {
  if ('runId' in target) {
    if (!(await store.getRun(target.runId))) throw notFound('run')
    return target
  }
  const [prediction] = await store.getPredictions([target.predictionId])
  if (!prediction) throw notFound('prediction')
  return { runId: prediction.runId, predictionId: prediction.id }
}

type Reader = Pick<Diptych, 'store' | 'library' | 'shares' | 'runLibrary'>

/** A run as `sharedView` reads it; undefined if there is no such run. */
export async function readSharedSource(
  { store, library }: Pick<Diptych, 'store' | 'library'>,
  runId: string,
): Promise<SharedSource | undefined> {
  const found = await store.getRun(runId)
  if (!found) return undefined
  const assets = await Promise.all(picturesOfRun(found.run).map((id) => library.get(id)))
  const pictures = new Map(assets.flatMap((asset) => (asset ? [[asset.id, asset] as const] : [])))
  return { ...found, pictures }
}

export interface OpenedShare extends SharedPage {
  share: Share
  source: SharedSource
}

/** What a link shows; undefined alike for one that never was, has ended, or was revoked, or whose run is in the trash. */
export async function openShare(server: Reader, token: string): Promise<OpenedShare | undefined> {
  const share = await server.shares.findByToken(token)
  if (!share || shareState(share, Date.now()) !== 'open') return undefined
  if (await server.runLibrary.trashedAt(share.runId)) return undefined
  const source = await readSharedSource(server, share.runId)
  return source && { share, source, ...sharedView(share, source) }
}

/** Where a link leads: under PUBLIC_URL if that is set, else as the caller reached us. */
export function shareOrigin(
  request: { headers: Pick<Headers, 'get'> },
  publicUrl: string | undefined,
): string {
  return publicUrl ?? ownOrigin(request, publicUrl)
}

/** All links, newest first, as their maker sees them. */
export async function listShares(
  { shares, store, runLibrary }: Pick<Diptych, 'shares' | 'store' | 'runLibrary'>,
  origin: string,
): Promise<ListedShare[]> {
  const counts = new Map((await shares.countVotes()).map((count) => [count.shareId, count]))
  const now = Date.now()
  return Promise.all(
    (await shares.list()).map(async (share): Promise<ListedShare> => {
      const found = await store.getRun(share.runId)
      const { votes = 0, visitors = 0 } = counts.get(share.id) ?? {}
      const known = listed(share, origin, now)
      const isTrashed = known.state === 'open' && (await runLibrary.trashedAt(share.runId)) !== undefined
      return {
        ...known,
        ...(isTrashed && { state: 'in-trash' as const }),
        title: (found && runTitle(found.run)) ?? 'Run without an instruction',
        votes,
        visitors,
        tally: votes > 0 ? tallyVotes(await shares.votesOf(share.id), namesIn(found?.predictions ?? [])) : [],
      }
    }),
  )
}

/** Of models, by prediction id. */
function namesIn(predictions: readonly Prediction[]): Map<string, string> {
  return new Map(predictions.map(({ id, modelId }) => [id, findModel(modelId)?.title ?? modelId]))
}

function listed(
  share: Share,
  origin: string,
  now: number,
): Omit<ListedShare, 'title' | 'votes' | 'visitors' | 'tally'> {
  const { id, token, runId, predictionId, choices, createdAt, endsAt, visits, lastVisitAt } = share
  return {
    id,
    url: `${origin}/s/${token}`,
    runId,
    isOfOne: predictionId !== undefined,
    choices,
    state: shareState(share, now),
    createdAt,
    endsAt: endsAt ?? null,
    visits,
    lastVisitAt: lastVisitAt ?? null,
  }
}
