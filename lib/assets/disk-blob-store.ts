import 'server-only'
import { randomUUID } from 'node:crypto'
import { access, mkdir, open, readdir, readFile, rename, rm, stat, type FileHandle } from 'node:fs/promises'
import { basename, dirname, join, relative, resolve, sep } from 'node:path'
import { checkBlobKey } from './blob-key'
import type { BlobStore } from './blob-store'

/** Keys never begin with a dot, so a file under this name is in nobody's way and in no listing. */
const temporaryPrefix = '.writing-'
const pieceBytes = 256 * 1024

export interface DiskBlobStore extends BlobStore {
  /** Removes what a crash left half written before `time` (epoch milliseconds); returns how many files. */
  removeUnfinished(time: number): Promise<number>
}

/**
 * Blobs as files below `folder`, which is made with access for its owner only. A blob is written under a temporary
 * name in its own folder, synced, and renamed, so that under its key there is the whole file or nothing.
 */
export function createDiskBlobStore(folder: string): DiskBlobStore {
  const root = resolve(folder)
  const pathOf = (key: string) => join(root, checkBlobKey(key))

  return {
    async put(key, bytes) {
      const path = pathOf(key)
      await makeFolder(dirname(path))
      const temporary = join(dirname(path), temporaryPrefix + randomUUID())
      try {
        await using(open(temporary, 'wx', 0o600), async (file) => {
          await file.writeFile(bytes)
          await file.sync()
        })
        await rename(temporary, path)
      } catch (error) {
        await rm(temporary, { force: true })
        throw error
      }
      await syncFolder(dirname(path))
    },

    async get(key) {
      return unlessAbsent(() => readFile(pathOf(key)))
    },

    async stream(key) {
      const file = await unlessAbsent(() => open(pathOf(key)))
      return file && piecesOf(file)
    },

    async has(key) {
      const path = pathOf(key)
      return (await unlessAbsent(() => access(path).then(() => true))) ?? false
    },

    async delete(key) {
      await rm(pathOf(key), { force: true })
    },

    async *list(prefix) {
      const parent = prefix.slice(0, Math.max(0, prefix.lastIndexOf('/')))
      for await (const path of filesBelow(parent ? pathOf(parent) : root)) {
        const key = relative(root, path).replaceAll(sep, '/')
        if (!key.startsWith(prefix) || isTemporary(path)) continue
        const facts = await unlessAbsent(() => stat(path))
        if (facts) yield { key, modifiedAt: facts.mtimeMs }
      }
    },

    async removeUnfinished(time) {
      let removed = 0
      for await (const path of filesBelow(root)) {
        if (!isTemporary(path)) continue
        const facts = await unlessAbsent(() => stat(path))
        if (!facts || facts.mtimeMs >= time) continue
        await rm(path, { force: true })
        removed += 1
      }
      return removed
    },
  }
}

function isTemporary(path: string): boolean {
  return basename(path).startsWith(temporaryPrefix)
}

async function* filesBelow(folder: string): AsyncIterable<string> {
  const entries = (await unlessAbsent(() => readdir(folder, { withFileTypes: true }))) ?? []
  for (const entry of entries) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) yield* filesBelow(path)
    else yield path
  }
}

/** A new folder is itself an entry in its parent, which must reach the disk too. */
async function makeFolder(folder: string): Promise<void> {
  const first = await mkdir(folder, { recursive: true, mode: 0o700 })
  if (!first) return
  for (let made = folder; made.length >= first.length; made = dirname(made)) await syncFolder(dirname(made))
}

async function syncFolder(folder: string): Promise<void> {
  // Windows can't open folders; its file system keeps renames in order by itself.
  if (process.platform === 'win32') return
  await using(open(folder, 'r'), (handle) => handle.sync())
}

/**
 * Reads only when asked, and closes the file at its end or when it is left. By hand, because Node 20's
 * `Readable.toWeb` throws where nobody can catch it when it is canceled in the middle of a read.
 */
function piecesOf(file: FileHandle): ReadableStream<Uint8Array> {
  return new ReadableStream(
    {
      async pull(controller) {
        const { bytesRead, buffer } = await file
          .read(Buffer.allocUnsafe(pieceBytes))
          .catch(async (error: unknown) => {
            await file.close()
            throw error
          })
        if (bytesRead > 0) return controller.enqueue(buffer.subarray(0, bytesRead))
        await file.close()
        controller.close()
      },
      cancel: () => file.close(),
    },
    { highWaterMark: 0 },
  )
}

async function using(opening: Promise<FileHandle>, work: (file: FileHandle) => Promise<void>): Promise<void> {
  const file = await opening
  try {
    await work(file)
  } finally {
    await file.close()
  }
}

async function unlessAbsent<T>(read: () => Promise<T>): Promise<T | undefined> {
  try {
    return await read()
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}
