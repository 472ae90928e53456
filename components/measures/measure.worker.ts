import type { HeatMap } from '@/lib/measures/heat-map'
import { measurePictures } from '@/lib/measures/measure-pictures'
import { keepResult, readKeptResult } from './kept-results'
import type { MeasureAnswer, MeasureJob } from './measure-job'
import { MeasureProblem, readPictureCopy } from './read-picture-copy'

/*
 * The worker's whole life: a job comes, its answer goes. The page sends the next one when it has the answer, so what
 * nobody waits for any more is never begun.
 */
self.addEventListener('message', async ({ data }: MessageEvent<MeasureJob>) => {
  self.postMessage(await answerTo(data))
})

async function answerTo(job: MeasureJob): Promise<MeasureAnswer> {
  const { key } = job
  const kept = await readKeptResult(key)
  if (kept) return { key, measures: kept.measures, ...(kept.heatMap && { heatMap: kept.heatMap }) }
  try {
    const [input, output, mask] = await Promise.all([
      readPictureCopy(job.input),
      readPictureCopy(job.output),
      job.mask && readPictureCopy(job.mask),
    ])
    const { measures, heatMap } = measurePictures(input, output, mask, job.keptOutside)
    const result = { key, measures, ...(heatMap && { heatMap: await pngOf(heatMap) }) }
    await keepResult(result)
    return result
  } catch (error) {
    if (error instanceof MeasureProblem) return { key, problem: error.message }
    return { key, problem: `The pictures could not be measured (${String(error)}).` }
  }
}

function pngOf({ data, width, height }: HeatMap): Promise<Blob> {
  const canvas = new OffscreenCanvas(width, height)
  canvas.getContext('2d')?.putImageData(new ImageData(data, width, height), 0, 0)
  return canvas.convertToBlob({ type: 'image/png' })
}
