'use client'

import { loadedWhenUsed } from '@/components/ui/loaded-when-used'

/** The viewer. Its code comes with the first run that is looked at: whoever only fills in the form does not need it. */
export const ResultViewer = loadedWhenUsed(
  () => import('@/components/viewer/viewer').then(({ Viewer }) => Viewer),
  <div className="min-h-64 bg-canvas" role="status" aria-label="Loading the viewer" />,
)
