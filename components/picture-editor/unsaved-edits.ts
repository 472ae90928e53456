import { pictureEditsSchema, type PictureEdits } from '@/lib/picture-edits/picture-edits'

const keyOf = (pictureId: string) => `diptych:edits:${pictureId}`

/** Remembers what is being done to a picture, for the life of the tab: a reload must not lose it. Undefined forgets it. */
export function keepUnsaved(pictureId: string, edits: PictureEdits | undefined): void {
  try {
    if (edits) sessionStorage.setItem(keyOf(pictureId), JSON.stringify(edits))
    else sessionStorage.removeItem(keyOf(pictureId))
  } catch {
    // Full, or switched off in this browser: then a reload loses them, and nothing else is wrong.
  }
}

/** What was being done to a picture when the page went away; undefined if nothing was, or it can't be read. */
export function unsavedEdits(pictureId: string): PictureEdits | undefined {
  try {
    return pictureEditsSchema.parse(JSON.parse(sessionStorage.getItem(keyOf(pictureId)) ?? 'null'))
  } catch {
    return undefined
  }
}
