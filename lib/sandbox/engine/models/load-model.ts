import 'server-only'
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { InferenceSession } from 'onnxruntime-web'
import { projectFile } from '@/lib/project-file'
import { vendoredModels, type ModelName } from './vendored'

/** Numbers in a grid, the last side running fastest. */
export interface Tensor {
  data: Float32Array
  shape: readonly number[]
}

const folder = 'lib/sandbox/engine/models'
const sessions = new Map<ModelName, Promise<InferenceSession>>()

/**
 * Runs a vendored network with one input and one output. The first call in a thread loads the runtime and the network
 * (about a second, some 100 MB); both stay while the thread lives. Rejects with a sentence if the file is missing or
 * not the one this version was made with.
 */
export async function runModel(name: ModelName, input: Tensor): Promise<Tensor> {
  const { Tensor: OrtTensor } = await import('onnxruntime-web')
  const session = await sessionOf(name)
  const [inputName, outputName] = [session.inputNames[0]!, session.outputNames[0]!]
  const given = new OrtTensor('float32', input.data, input.shape)
  const results = await session.run({ [inputName]: given }, [outputName])
  const output = results[outputName]!
  if (!(output.data instanceof Float32Array)) throw new TypeError(`${name} answered with ${output.type}.`)
  return { data: output.data, shape: output.dims }
}

/** Reads a network's file and checks that it is what it should be. @param below the folder of the models */
export async function readModel(name: ModelName, below: string = projectFile(folder)): Promise<Uint8Array> {
  const { file, sha256 } = vendoredModels[name]
  const mend = `Restore it with “git checkout -- ${folder}”.`
  const bytes = await readFile(path.join(below, file)).catch((cause: unknown) => {
    throw new Error(`The model ${file} can’t be read in ${folder}. ${mend}`, { cause })
  })
  const found = createHash('sha256').update(bytes).digest('hex')
  if (found === sha256) return bytes
  throw new Error(
    `The model ${file} in ${folder} is not the one this version was made with: its SHA-256 begins with ` +
      `${found.slice(0, 12)} instead of ${sha256.slice(0, 12)}. ${mend}`,
  )
}

function sessionOf(name: ModelName): Promise<InferenceSession> {
  const loaded = sessions.get(name)
  if (loaded) return loaded
  const loading = load(name)
  sessions.set(name, loading)
  // A file that was mended can be tried again.
  loading.catch(() => sessions.delete(name))
  return loading
}

async function load(name: ModelName): Promise<InferenceSession> {
  const bytes = await readModel(name)
  const { env, InferenceSession } = await import('onnxruntime-web')
  env.wasm.numThreads = 2
  return InferenceSession.create(bytes, { executionProviders: ['wasm'] })
}
