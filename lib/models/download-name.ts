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

/**
 * "cat-watercolour.png": a result of a batch, after the file it was made of.
 * @param modelId  only where several models made something of the same file
 */
export function batchDownloadName(
  inputName: string,
  modelId: string | undefined,
  prompt: string | undefined,
  type: string,
): string {
  return `${[fileStem(inputName), modelId, slugOf(prompt)].filter(Boolean).join('-')}.${fileEnding(type)}`
}

/** A file's name without its ending and without what some file system does not know; other scripts stay. */
export function fileStem(name: string): string {
  const stem = name
    .replace(/\.[^.]{1,5}$/, '')
    .normalize('NFC')
    .replace(/[\\/:*?"<>|\p{Cc}\p{Cf}\s]+/gu, '-')
  // By characters and not by halves of them; what begins with a point would be hidden.
  return (
    [...stem]
      .slice(0, 64)
      .join('')
      .replace(/^[-.]+|[-.]+$/g, '') || 'picture'
  )
}

/** Tells names apart that are the same to any file system: the second gets a number. Asked once for each file. */
export function uniqueNames(): (name: string) => string {
  const taken = new Set<string>()
  return (name) => {
    const point = name.lastIndexOf('.')
    let unique = name
    for (let number = 2; taken.has(unique.toLowerCase()); number++)
      unique = `${name.slice(0, point)}-${number}${name.slice(point)}`
    taken.add(unique.toLowerCase())
    return unique
  }
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
