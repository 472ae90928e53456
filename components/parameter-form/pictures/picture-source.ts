/** Where a picture comes from: the person's disk or clipboard, an address the server fetches, or a shipped sample. */
export type PictureSource =
  { kind: 'file'; file: File } | { kind: 'url'; url: string } | { kind: 'sample'; path: string }

/** The files of a drop, a paste or a file field. */
export function sourcesOf(files: FileList | null): PictureSource[] {
  return [...(files ?? [])].map((file) => ({ kind: 'file', file }))
}
