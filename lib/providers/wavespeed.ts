import 'server-only'
import { FormData } from 'undici'
import { jsonWords } from './error-words'
import { fetchOutput } from './fetch-output'
import { finishedProgress } from './finished-progress'
import { createHttpClient } from './http-client'
import { completedWithoutOutput, jobFailure, jobState } from './job-failure'
import { pictureFile } from './picture-file'
import type { Progress, Provider, RemoteJob } from './provider'
import { defaultTimeouts, type ProviderOptions } from './provider-options'
import { createUploadMemory } from './upload-memory'
import {
  dataIn,
  predictionSchema,
  taskCodes,
  uploadSchema,
  type WaveSpeedPrediction,
} from './wavespeed-envelope'

/** Uploads are kept for seven days; a picture used again tomorrow is better sent again than missing. */
const uploadLifetimeMs = 12 * 3_600_000

/** https://api.wavespeed.ai: JSON in an envelope, pictures through an upload API, submit then poll. */
export function createWaveSpeed(options: ProviderOptions): Provider {
  const http = createHttpClient(options)
  const { transferMs } = { ...defaultTimeouts, ...options.timeouts }
  const uploads = createUploadMemory(uploadLifetimeMs, options.now ?? Date.now)

  /** What a prediction says; undefined where it claims to be done and shows no output. */
  function progressOf(prediction: WaveSpeedPrediction, job: RemoteJob): Progress | undefined {
    // A sync mode that timed out says code 5004 beside "processing": the status rules, the job goes on.
    const state = jobState(prediction.status)
    if (state === 'running') return { state: 'running', job, ahead: prediction.queuePosition }
    if (state === 'ended') {
      const error = jobFailure(
        prediction.status,
        jsonWords(prediction.error, options.apiKey),
        taskCodes[prediction.code ?? 0],
      )
      // Perhaps an upload is gone sooner than it should be: the next run sends its pictures again.
      if (error.code === 'input-unreachable') uploads.clear()
      throw error
    }
    const flagged = [prediction.has_nsfw_contents].flat().includes(true)
    return finishedProgress(prediction.outputs, http.address, {
      warnings: flagged ? ['WaveSpeed flagged the result as possibly not safe for work.'] : [],
    })
  }

  return {
    async deliver(picture, signal) {
      const known = uploads.get(picture.id)
      if (known) return known
      const form = new FormData()
      const file = pictureFile(
        new Blob([await picture.bytes()], { type: picture.type }),
        picture.id.slice(0, 16),
      )
      form.append('file', file)
      const url = http.address.documented('/api/v3/media/upload/binary')
      const reply = await http.deliver(url, form, signal)
      const { download_url } = dataIn(reply, uploadSchema, 'deliver', options.apiKey)
      uploads.set(picture.id, download_url)
      return download_url
    },

    async submit({ model, body }, signal) {
      const reply = await http.submit(http.address.documented(model.endpoint), JSON.stringify(body), signal)
      const prediction = dataIn(reply, predictionSchema, 'submit', options.apiKey)
      const job = { id: prediction.id, pollPath: http.address.keep(prediction.urls?.get) }
      // Done, and nothing to show: asking once more loses nothing.
      return progressOf(prediction, job) ?? { state: 'running', job }
    },

    async poll(job, signal) {
      const url =
        http.address.kept(job.pollPath) ??
        http.address.documented(`/api/v3/predictions/${encodeURIComponent(job.id)}/result`)
      const prediction = dataIn(await http.poll(url, signal), predictionSchema, 'poll', options.apiKey)
      const progress = progressOf(prediction, job)
      if (progress) return progress
      throw completedWithoutOutput()
    },

    fetch: (output, signal) => fetchOutput(output, http.address, { signal, timeoutMs: transferMs }),
  }
}
