'use server'

import { refusalFrom } from '@/lib/api/refusal'
import { diptych } from '@/lib/diptych'
import { runRequestSchema, type RunIssue, type RunRequest } from '@/lib/predictions/create-run'

export type SubmitAnswer = { runId: string } | { error: string; issues: RunIssue[] }

/**
 * Starts a run: the one action for however many models, because a browser's actions are answered one at a time.
 *
 * @param attemptKey made by the page for each press of Run, so that a repeated delivery starts nothing twice
 */
export async function submitRun(request: RunRequest, attemptKey: string): Promise<SubmitAnswer> {
  const server = await diptych()
  try {
    const { runId } = await server.createRun(runRequestSchema.parse(request), `page:${attemptKey}`)
    return { runId }
  } catch (error) {
    const { error: sentence, issues = [] } = refusalFrom(error, server.log)
    return { error: sentence, issues }
  }
}
