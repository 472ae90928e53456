import type { RequestDescription } from './request-description'

/** The body as JSON; of a multipart body its fields, with `@` before a file as curl writes it. */
export function jsonSnippet({ body }: RequestDescription): string {
  return JSON.stringify(
    body,
    (_, value: unknown) =>
      typeof value === 'object' && value !== null && 'file' in value ? `@${String(value.file)}` : value,
    2,
  )
}
