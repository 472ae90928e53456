import 'server-only'
import { setTimeout as sleep } from 'node:timers/promises'
import sharp from 'sharp'
import { fetch } from 'undici'
import type { JobStore } from './job-store'
import type { PictureSource } from './job'

const limit = 50 * 1024 * 1024
const patienceMs = 20_000

/** An input picture can't be had or read; the message is for the person. */
export class UnreadablePicture extends Error {
  override readonly name = 'UnreadablePicture'
}

const extensions = { jpeg: 'jpg', png: 'png', gif: 'gif', webp: 'webp' } as const

/** The extension by the bytes, for the formats the providers' pages name; undefined for all else. */
export async function pictureExtension(bytes: Uint8Array): Promise<string | undefined> {
  try {
    const { format } = await sharp(bytes).metadata()
    return Object.hasOwn(extensions, format) ? extensions[format as keyof typeof extensions] : undefined
  } catch {
    return undefined
  }
}

/** Bytes of `data:image/…;base64,…`; undefined if it is not one. */
export function readDataUri(uri: string): Buffer | undefined {
  // The head alone is matched: a pattern over megabytes of text can exhaust the stack.
  const head = /^data:image\/[\w.+-]+;base64,/.exec(uri.slice(0, 64))?.[0]
  const bytes = head && Buffer.from(uri.slice(head.length), 'base64')
  return bytes && bytes.length > 0 ? bytes : undefined
}

/**
 * The bytes of an input picture, at most 50 MB within 20 s. Throws `UnreadablePicture`.
 *
 * @param insist  tries again while the connection is refused: after a restart the app that serves the picture may
 *                come up after us
 */
export async function loadPicture(
  store: JobStore,
  jobId: string,
  source: PictureSource,
  signal: AbortSignal,
  insist: boolean,
): Promise<Buffer> {
  const bytes =
    'file' in source
      ? await store.readFile(jobId, source.file)
      : await download(store, source.url, signal, insist)
  if (await pictureExtension(bytes)) return bytes
  throw new UnreadablePicture(
    'An input picture could not be read. Send a whole JPEG, PNG, GIF or WebP picture.',
  )
}

async function download(store: JobStore, url: string, signal: AbortSignal, insist: boolean): Promise<Buffer> {
  const uploaded = await ownUpload(store, url)
  if (uploaded) return uploaded
  const bounded = AbortSignal.any([signal, AbortSignal.timeout(patienceMs)])
  const place = new URL(url).host
  for (;;) {
    try {
      return await downloadOnce(url, bounded)
    } catch (error) {
      if (signal.aborted) throw error
      if (error instanceof UnreadablePicture) throw error
      if (!insist || bounded.aborted)
        throw new UnreadablePicture(
          `Failed to download image from the provided URL: ${place} did not answer with it within ${patienceMs / 1000} s.`,
        )
      await sleep(500, undefined, { signal: bounded }).catch(() => {})
    }
  }
}

/** Our own uploads are read from disk: after a restart on another port their URL leads nowhere. */
async function ownUpload(store: JobStore, url: string): Promise<Buffer | undefined> {
  const { hostname, pathname } = new URL(url)
  const name = /^\/wavespeed\/uploads\/([^/]+)$/.exec(pathname)?.[1]
  return name && (hostname === '127.0.0.1' || hostname === 'localhost') ? store.readUpload(name) : undefined
}

async function downloadOnce(url: string, signal: AbortSignal): Promise<Buffer> {
  const response = await fetch(url, { signal })
  if (!response.ok || !response.body) {
    await response.body?.cancel()
    throw new UnreadablePicture(
      `Failed to download image from the provided URL: it answered ${response.status}.`,
    )
  }
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of response.body as AsyncIterable<Uint8Array>) {
    size += chunk.length
    // Leaving the loop closes the connection.
    if (size > limit) throw new UnreadablePicture('The input picture is larger than 50 MB.')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}
