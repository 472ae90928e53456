import type { Asset } from '@/lib/assets/asset'
import { fileProblem, pixelProblem } from './picture-limits'
import type { PictureSource } from './picture-source'

export interface SendOptions {
  signal: AbortSignal
  /** 0 to 1, of the bytes sent. */
  onProgress: (share: number) => void
}

/** Stores a picture on the server. Fails with an Error whose message is a sentence for the person. */
export async function uploadPicture(source: PictureSource, options: SendOptions): Promise<Asset> {
  if (source.kind === 'url') return send(JSON.stringify({ url: source.url }), options)
  const file = source.kind === 'file' ? source.file : await fetchSample(source.path, options.signal)
  const problem = fileProblem(file) ?? (await readPixelProblem(file))
  if (problem) throw new Error(problem)
  const body = new FormData()
  body.set('file', file)
  return send(body, options)
}

async function fetchSample(path: string, signal: AbortSignal): Promise<File> {
  const response = await fetch(path, { signal })
  if (!response.ok) throw new Error('The sample could not be loaded. Try again.')
  const blob = await response.blob()
  return new File([blob], path.slice(path.lastIndexOf('/') + 1), { type: blob.type })
}

/** The browser reads the header only; what it can't read (HEIC) is left to the server. */
async function readPixelProblem(file: File): Promise<string | undefined> {
  const url = URL.createObjectURL(file)
  try {
    return await new Promise<string | undefined>((resolve) => {
      const image = new Image()
      image.onload = () => resolve(pixelProblem(image.naturalWidth, image.naturalHeight))
      image.onerror = () => resolve(undefined)
      image.src = url
    })
  } finally {
    URL.revokeObjectURL(url)
  }
}

/** XMLHttpRequest, because fetch can't tell how much of the body has been sent. */
function send(body: FormData | string, { signal, onProgress }: SendOptions): Promise<Asset> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) return reject(new Error('Canceled.'))
    const request = new XMLHttpRequest()
    request.open('POST', '/api/v1/uploads')
    if (typeof body === 'string') request.setRequestHeader('content-type', 'application/json')
    request.upload.onprogress = (event) => {
      if (event.lengthComputable && typeof body !== 'string') onProgress(event.loaded / event.total)
    }
    request.onload = () => {
      const answer = readAnswer(request.responseText)
      if (request.status < 300 && answer && 'id' in answer) resolve(answer)
      else
        reject(
          new Error(
            answer && 'error' in answer
              ? answer.error
              : `The upload failed (HTTP ${request.status}). Try again.`,
          ),
        )
    }
    request.onerror = () =>
      reject(new Error('The server can’t be reached. Check the connection and try again.'))
    request.onabort = () => reject(new Error('Canceled.'))
    signal.addEventListener('abort', () => request.abort(), { once: true })
    request.send(body)
  })
}

/** Our own server's answer: only told apart here, so that zod need not be loaded for a picture. */
function readAnswer(text: string): Asset | { error: string } | undefined {
  try {
    const answer: unknown = JSON.parse(text)
    if (typeof answer !== 'object' || answer === null) return undefined
    if ('error' in answer && typeof answer.error === 'string') return { error: answer.error }
    if ('id' in answer && 'width' in answer && 'height' in answer) return answer as Asset
    return undefined
  } catch {
    return undefined
  }
}
