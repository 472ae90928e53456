import 'server-only'

/** Where bytes are kept under a key: files in DATA_DIR, or an S3-compatible bucket. Keys are slash-separated paths. */
export interface BlobStore {
  /** Durable when it returns; a crash in the middle leaves nothing under the key. Writing the same key again is fine. */
  put(key: string, bytes: Uint8Array): Promise<void>
  /** Undefined if there is nothing under the key. */
  get(key: string): Promise<Uint8Array<ArrayBuffer> | undefined>
  /** The same piece by piece, for what is passed on; ending it early closes what is behind it. */
  stream(key: string): Promise<ReadableStream<Uint8Array> | undefined>
  has(key: string): Promise<boolean>
  /** Removing what is not there is fine. */
  delete(key: string): Promise<void>
  /** All keys below a prefix, for the orphan sweep. */
  list(prefix: string): AsyncIterable<{ key: string; modifiedAt: number }>
}
