import 'server-only'
import { tokenIdOf, type Caller } from '@/lib/access/caller'
import type { Diptych } from '@/lib/compose'
import { parameterWithRole, type Model } from '@/lib/models/model'
import { splitValues } from '@/lib/models/run-input'
import type { Prediction } from '@/lib/predictions/prediction'
import { notFound } from './api-error'
import { readModelValues } from './read-body'
import { waitUntilFinished } from './wait-until-finished'

/** How long a caller who waits for the result is held; then the prediction comes unfinished, to be polled. */
const mostWaitMs = 10 * 60_000

/**
 * One API call as a run of one model. A repeated `Idempotency-Key` gives the run that is already there.
 *
 * @param wait whether the answer waits for the result; by default as the call's own `enable_sync_mode` says
 */
export async function startPrediction(
  server: Diptych,
  model: Model,
  request: Request,
  caller: Caller,
  wait?: boolean,
): Promise<Prediction> {
  const values = await readModelValues(request, model, server)
  const { input, own } = splitValues(model, values)
  const key = request.headers.get('idempotency-key') ?? undefined
  const run = { input, choices: [{ modelId: model.id, values: own }] }
  const { runId } = await server.createRun(run, key, tokenIdOf(caller))
  const prediction = (await server.store.getRun(runId))?.predictions[0]
  if (!prediction) throw notFound('prediction')
  const sync = parameterWithRole(model, 'sync')
  if (!(wait ?? (sync && values[sync.name] === true))) return prediction
  return (await waitUntilFinished(server, prediction.id, request.signal, mostWaitMs)) ?? prediction
}
