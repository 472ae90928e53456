/**
 * One reference, a list, or a list as JSON text: the spellings the seed pages allow for a row of pictures. What is
 * none of these comes back as it is, for the schema to name.
 */
export function readPictureList(value: unknown): unknown {
  if (typeof value !== 'string') return value
  if (!value.trimStart().startsWith('[')) return [value]
  try {
    return JSON.parse(value)
  } catch {
    return [value]
  }
}
