import 'server-only'
import { Worker } from 'node:worker_threads'
import { embedIccProfile } from './embed-icc-profile'
import { sharp } from './sharp-settings'

interface Pixels {
  width: number
  height: number
  /** RGBA, 8 bits each, upright. */
  data: Uint8Array
}

/**
 * Runs in a thread of its own, because libheif is synchronous: a phone's photo takes a second or two, in which the
 * server would answer nobody. The thread ends with the picture, and its memory with it (WebAssembly never gives
 * memory back). As text, because a bundler must not look into it; heic-decode is then loaded on the first HEIC only.
 */
const source = `
  const { parentPort, workerData } = require('node:worker_threads')
  require('heic-decode').all({ buffer: workerData.bytes }).then(async (pictures) => {
    const { width, height } = pictures[0]
    if (width * height > workerData.pixels) throw new Error('more pixels than its header says')
    const { data } = await pictures[0].decode()
    parentPort.postMessage({ width, height, data }, [data.buffer])
  }).catch((error) => parentPort.postMessage({ error: String(error && error.message || error) }))
`

/**
 * A HEIC (HEVC) picture as PNG bytes, upright, with its colour profile. sharp's own build has no HEVC decoder for
 * patent reasons. Rejects if the file is damaged, has more than `pixels`, or takes longer than `timeoutMs`.
 */
export async function decodeHeic(
  bytes: Uint8Array,
  { profile, pixels, timeoutMs }: { profile: Uint8Array | undefined; pixels: number; timeoutMs: number },
): Promise<Uint8Array> {
  const { width, height, data } = await decodeInThread(bytes, pixels, timeoutMs)
  // Fast rather than small: it is decoded again at once.
  const png = await sharp(data, { raw: { width, height, channels: 4 } })
    .png({ compressionLevel: 1 })
    .toBuffer()
  return profile ? embedIccProfile(png, profile) : png
}

function decodeInThread(bytes: Uint8Array, pixels: number, timeoutMs: number): Promise<Pixels> {
  // Its own streams, unread: libheif prints what it also throws.
  const worker = new Worker(source, { eval: true, workerData: { bytes, pixels }, stdout: true, stderr: true })
  return new Promise<Pixels>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('timeout: the HEIC decoder was stopped')), timeoutMs)
    worker.once('message', (answer: Pixels | { error: string }) => {
      if ('error' in answer) reject(new Error(answer.error))
      else resolve(answer)
    })
    worker.once('error', reject)
    worker.once('exit', () => reject(new Error('The HEIC decoder stopped without an answer.')))
    worker.once('exit', () => clearTimeout(timer))
  }).finally(() => worker.terminate())
}
