'use client'
import { loadedWhenUsed } from '@/components/ui/loaded-when-used'
import type { PictureTarget } from './upload-queue'
import { useUploads } from './use-uploads'

// Fetched with the first upload.
const UploadRows = loadedWhenUsed(() => import('./upload-rows').then((module) => module.UploadRows))

/** The uploads into one slot, as long as there are any. */
export function ArrivingPictures({ target }: { target: PictureTarget }) {
  const rows = useUploads().filter((upload) => upload.target === target)
  return rows.length > 0 ? <UploadRows rows={rows} /> : null
}
