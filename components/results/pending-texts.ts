import type { PredictionView } from '@/lib/predictions/view'

/** What is going on while there is no result. */
export const pendingTexts: Partial<Record<PredictionView['state'], string>> = {
  queued: 'Waiting for its turn',
  submitting: 'Sending the request',
  running: 'The model is working',
  storing: 'Fetching the result',
}
