'use client'
import { lazy, Suspense } from 'react'
import type { PictureTarget } from './upload-queue'
import { useUploads } from './use-uploads'

// Fetched with the first upload.
const UploadRows = lazy(() => import('./upload-rows').then(({ UploadRows }) => ({ default: UploadRows })))

/** The uploads into one slot, as long as there are any. */
export function ArrivingPictures({ target }: { target: PictureTarget }) {
  const rows = useUploads().filter((upload) => upload.target === target)
  if (rows.length === 0) return null
  return (
    <Suspense>
      <UploadRows rows={rows} />
    </Suspense>
  )
}
