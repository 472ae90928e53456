import 'server-only'
import { createHash } from 'node:crypto'
import { makeZip } from 'client-zip'
import type { AssetLibrary } from '@/lib/assets/asset-library'
import type { Log } from '@/lib/log'
import type { ManifestPicture, RunManifest } from '@/lib/predictions/run-manifest'

/** One file of an archive. */
export interface ZipEntry {
  name: string
  lastModified: Date
  input: AsyncIterable<Uint8Array> | string
}

/**
 * A run's pictures and their manifest as a ZIP archive. Each picture is read piece by piece when its turn comes.
 *
 * The manifest comes last, because only then it is known which pictures could be read.
 */
export function zipRun(
  library: Pick<AssetLibrary, 'stream'>,
  manifest: RunManifest,
  log: Log,
): ReadableStream<Uint8Array> {
  return zipStream((gone) => runEntries(library, manifest, log, gone))
}

/** An archive of entries that are made one after the other, none before the reader asks; `gone` when it reads no more. */
export function zipStream(
  entries: (gone: AbortSignal) => AsyncIterable<ZipEntry>,
): ReadableStream<Uint8Array> {
  const gone = new AbortController()
  const zip = makeZip(entries(gone.signal)).getReader()
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await zip.read()
      if (done) controller.close()
      else controller.enqueue(value)
    },
    async cancel(reason) {
      gone.abort()
      // It answers a cancel with the reason itself, as an error.
      await zip.cancel(reason).catch(() => {})
    },
  })
}

/**
 * A run's pictures, and its manifest at the end; canceling closes the picture that is being read.
 *
 * @param folder they lie in, with a slash at its end
 */
export async function* runEntries(
  library: Pick<AssetLibrary, 'stream'>,
  manifest: RunManifest,
  log: Log,
  gone: AbortSignal,
  folder = '',
): AsyncGenerator<ZipEntry> {
  const lastModified = new Date(manifest.run.createdAt)
  const found = [
    manifest.pictures,
    ...manifest.predictions.flatMap((one) => [one.pictures, one.ownAnswers]),
  ].flat()
  for (const picture of found) {
    if (picture.file === null || gone.aborted) continue
    const stream = await library.stream(picture.sha256).catch((error: unknown) => {
      log('a picture could not be read for an archive', error)
      return undefined
    })
    if (stream)
      yield { name: folder + picture.file, lastModified, input: bytesOf(picture, stream, log, gone) }
    else Object.assign(picture, { file: null, problem: 'It is no longer in storage.' })
  }
  yield { name: `${folder}manifest.json`, lastModified, input: `${JSON.stringify(manifest, null, 2)}\n` }
}

/** The bytes as they come; what is wrong with them is noted, because an archive can't take back what it holds. */
async function* bytesOf(
  picture: ManifestPicture,
  stream: ReadableStream<Uint8Array>,
  log: Log,
  gone: AbortSignal,
): AsyncGenerator<Uint8Array> {
  const reader = stream.getReader()
  const stop = () => void reader.cancel().catch(() => {})
  gone.addEventListener('abort', stop, { once: true })
  const hash = createHash('sha256')
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) break
      hash.update(value)
      yield value
    }
  } catch (error) {
    log('a picture could not be read to its end for an archive', error)
  } finally {
    gone.removeEventListener('abort', stop)
  }
  if (hash.digest('hex') !== picture.sha256)
    picture.problem = 'It is damaged: these are not the bytes that were stored.'
}
