import 'server-only'
import { z } from 'zod'
import { jsonWords } from './error-words'
import { fetchOutput } from './fetch-output'
import { finishedProgress } from './finished-progress'
import { createHttpClient, type Reply } from './http-client'
import { completedWithoutOutput, jobFailure, jobState } from './job-failure'
import type { Progress, Provider, RemoteJob } from './provider'
import { ProviderError } from './provider-error'
import { defaultTimeouts, type ProviderOptions } from './provider-options'

/** Only what is used, and as little as possible of it demanded. */
const predictionSchema = z.object({
  id: z.union([z.string().min(1), z.number()]).transform(String),
  status: z.string().min(1),
  statusUrl: z.string().optional().catch(undefined),
  outputs: z.unknown().optional(),
  error: z.unknown().optional(),
  costCents: z.number().optional().catch(undefined),
  /** Not on its pages; our sandbox tells it. */
  queuePosition: z.number().int().optional().catch(undefined),
})
type Prediction = z.output<typeof predictionSchema>

/** https://api.vibedream.ai: JSON, pictures as public URLs, submit then poll. */
export function createVibeDream(options: ProviderOptions): Provider {
  const http = createHttpClient(options)
  const { transferMs } = { ...defaultTimeouts, ...options.timeouts }

  /** What a prediction says; undefined where it claims to be done and shows no output. */
  function progressOf(prediction: Prediction, job: RemoteJob): Progress | undefined {
    const state = jobState(prediction.status)
    if (state === 'running') return { state: 'running', job, ahead: prediction.queuePosition }
    if (state === 'ended') throw jobFailure(prediction.status, jsonWords(prediction.error, options.apiKey))
    return finishedProgress(prediction.outputs, http.address, { costCents: job.costCents })
  }

  /** The job as it is to be remembered: the documented path does where no status URL of its own was told. */
  function jobOf({ id, statusUrl, costCents }: Prediction): RemoteJob {
    return { id, pollPath: http.address.keep(statusUrl), costCents }
  }

  const read = (reply: Reply) => reply.json(predictionSchema)

  return {
    async deliver(picture) {
      const url = await picture.publicUrl()
      if (url) return url
      throw new ProviderError('invalid-input', {
        accepted: 'no',
        transient: false,
        detail:
          'VibeDream fetches pictures from public addresses only, and this server has none. Set PUBLIC_URL to the ' +
          'address under which the internet reaches it.',
      })
    },

    async submit({ model, body }, signal) {
      const url = http.address.documented(model.endpoint)
      const prediction = read(await http.submit(url, JSON.stringify(body), signal))
      const job = jobOf(prediction)
      // Done, and nothing to show: asking once more loses nothing.
      return progressOf(prediction, job) ?? { state: 'running', job }
    },

    async poll(job, signal) {
      const url =
        http.address.kept(job.pollPath) ??
        http.address.documented(`/api/v1/predictions/${encodeURIComponent(job.id)}`)
      const prediction = read(await http.poll(url, signal))
      const progress = progressOf(prediction, { ...job, costCents: job.costCents ?? prediction.costCents })
      if (progress) return progress
      throw completedWithoutOutput()
    },

    fetch: (output, signal) => fetchOutput(output, http.address, { signal, timeoutMs: transferMs }),
  }
}
