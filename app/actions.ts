'use server'

import { headers } from 'next/headers'
import { loggedOut } from '@/lib/access/logged-out'
import { tokenIdOf } from '@/lib/access/caller'
import { ownOrigin } from '@/lib/api/own-origin'
import { pageCaller } from '@/lib/api/page-caller'
import { refusalFrom } from '@/lib/api/refusal'
import { diptych } from '@/lib/diptych'
import { runRequestSchema, type RunRequest } from '@/lib/predictions/create-run'
import type { RunIssue } from '@/lib/predictions/run-refused'
import { viewPrediction, type PredictionView } from '@/lib/predictions/view'

export type SubmitAnswer = { runId: string } | { error: string; issues: RunIssue[] }

/**
 * Starts a run: the one action for however many models, because a browser's actions are answered one at a time.
 *
 * @param attemptKey made by the page for each press of Run, so that a repeated delivery starts nothing twice
 */
export async function submitRun(request: RunRequest, attemptKey: string): Promise<SubmitAnswer> {
  const server = await diptych()
  const caller = await pageCaller()
  if (caller.kind === 'visitor') return { error: loggedOut, issues: [] }
  try {
    const plan = runRequestSchema.parse(request)
    const { runId } = await server.createRun(plan, `page:${attemptKey}`, tokenIdOf(caller))
    return { runId }
  } catch (error) {
    const { error: sentence, issues = [] } = refusalFrom(error, server.log)
    return { error: sentence, issues }
  }
}

export type TryAgainAnswer = { prediction: PredictionView } | { error: string }

/**
 * Queues the next try of a cell that failed, was canceled or stayed unconfirmed; sent twice, it starts one. Answers
 * with the cell's latest try.
 */
export async function tryAgain(predictionId: string): Promise<TryAgainAnswer> {
  const server = await diptych()
  if ((await pageCaller()).kind === 'visitor') return { error: loggedOut }
  try {
    const prediction = await server.tryAgain(String(predictionId))
    if (!prediction) return { error: 'This prediction is no longer there. Reload the page.' }
    const origin = ownOrigin({ headers: await headers() }, server.publicUrl)
    return { prediction: viewPrediction(prediction, origin, server.standing) }
  } catch (error) {
    return { error: refusalFrom(error, server.log).error }
  }
}

export type TryRestAnswer = { predictions: PredictionView[] } | { error: string }

/** The same for every cell of a run that failed or was canceled. Answers with the tries that were queued. */
export async function tryRestAgain(runId: string): Promise<TryRestAnswer> {
  const server = await diptych()
  if ((await pageCaller()).kind === 'visitor') return { error: loggedOut }
  try {
    const predictions = await server.tryRestAgain(String(runId))
    const origin = ownOrigin({ headers: await headers() }, server.publicUrl)
    return { predictions: predictions.map((one) => viewPrediction(one, origin, server.standing)) }
  } catch (error) {
    return { error: refusalFrom(error, server.log).error }
  }
}
