/** "flux-2-pro-edit-make-it-watercolour.png": which model, what for. Safe in every file system. */
export function downloadName(
  modelId: string,
  prompt: string | undefined,
  type: string,
  index: number,
): string {
  const number = index > 0 ? `-${index + 1}` : ''
  return `${[modelId, slugOf(prompt)].filter(Boolean).join('-')}${number}.${fileEnding(type)}`
}

/** A prompt's first words as part of a file's name; empty if it has none that every file system knows. */
export function slugOf(prompt: string | undefined): string {
  return (prompt ?? '')
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 48)
    .replace(/^-+|-+$/g, '')
}

/** Of a picture's type: "jpg" for "image/jpeg". */
export function fileEnding(type: string): string {
  return type === 'image/jpeg' ? 'jpg' : (type.split('/')[1] ?? 'bin')
}
