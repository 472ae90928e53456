import type { Cursor } from './prediction-store'

/** A cursor as it stands in a link: "1763722800000~id". */
export function writeCursor({ createdAt, id }: Cursor): string {
  return `${createdAt}~${id}`
}

/** Undefined for anything that is no cursor: the list then begins at the top. */
export function readCursor(text: string | undefined): Cursor | undefined {
  const [, createdAt, id] = /^(\d{1,15})~([\w-]{1,64})$/.exec(text ?? '') ?? []
  return createdAt && id ? { createdAt: Number(createdAt), id } : undefined
}
