import 'server-only'
import sharp from 'sharp'
import type { AssetType } from '@/lib/assets/asset'
import { parameterWithRole } from '@/lib/models/model'
import { modelById } from '@/lib/models/registry'
import { reportXmp } from '@/lib/sandbox/report-in-picture'
import type { EngineRequest, EngineResult } from '@/lib/sandbox/engine/engine'
import type { Job, Output } from './job'
import type { JobStore } from './job-store'
import { outputSize } from './output-size'

/** What draws the pictures: the engine's one function. Throws `NotUnderstood`. */
export type Engine = (request: EngineRequest, signal?: AbortSignal) => Promise<EngineResult>

/** Input pictures of a job as bytes. */
export interface LoadedInputs {
  images: Buffer[]
  mask?: Buffer
}

const fileTypes = { jpeg: 'image/jpeg', png: 'image/png', webp: 'image/webp' } as const satisfies Record<
  string,
  AssetType
>
type Format = keyof typeof fileTypes

/** Draws every output of a job and stores the files; each further one takes the next seed. */
export async function renderJob(
  job: Job,
  inputs: LoadedInputs,
  engine: Engine,
  store: JobStore,
  signal: AbortSignal,
): Promise<Output[]> {
  const model = modelById(job.modelId)
  const prompt = parameterWithRole(model, 'prompt')
  const count = parameterWithRole(model, 'count')
  const format = formatOf(job)
  const outputs: Output[] = []
  for (let index = 0; index < (count ? Number(job.values[count.name] ?? 1) : 1); index++) {
    signal.throwIfAborted()
    const result = await engine(
      {
        instruction: prompt ? String(job.values[prompt.name]) : '',
        images: inputs.images,
        ...(inputs.mask && { mask: inputs.mask }),
        size: outputSize(model, job.values, inputs.images[0] && (await dimensions(inputs.images[0]))),
        seed: job.seed + index,
        ...(typeof job.values.strength === 'number' && { strength: job.values.strength }),
      },
      signal,
    )
    const file = `output-${index}.${format}`
    store.putFile(job.id, file, await encode(result, format))
    outputs.push({ file, type: fileTypes[format] })
  }
  return outputs
}

/** The table's default where there is an `output_format`; PNG where there is none. */
function formatOf(job: Job): Format {
  if (job.fault?.name === 'jpeg-as-png') return 'jpeg'
  const row = modelById(job.modelId).parameters.find((parameter) => parameter.name === 'output_format')
  const format = row?.kind === 'choice' ? (job.values[row.name] ?? row.default) : 'png'
  return String(format) in fileTypes ? (format as Format) : 'png'
}

async function dimensions(bytes: Buffer): Promise<{ width: number; height: number }> {
  const { autoOrient } = await sharp(bytes).metadata()
  return { width: autoOrient.width, height: autoOrient.height }
}

function encode({ pixels, width, height, channels, report }: EngineResult, format: Format): Promise<Buffer> {
  const picture = sharp(pixels, { raw: { width, height, channels } }).withXmp(reportXmp(report))
  if (format === 'jpeg') return picture.flatten({ background: '#fff' }).jpeg({ quality: 92 }).toBuffer()
  return format === 'webp' ? picture.webp({ quality: 92 }).toBuffer() : picture.png().toBuffer()
}
