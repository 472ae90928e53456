'use client'

import { loadedWhenUsed } from '@/components/ui/loaded-when-used'
import type { ViewerProps } from '@/components/viewer/viewer'
import { ViewerFrame } from '@/components/viewer/viewer-frame'

/** The viewer. Its code comes with the first run that is looked at: whoever only fills in the form does not need it. */
export const ResultViewer = loadedWhenUsed(
  () => import('@/components/viewer/viewer').then(({ Viewer }) => Viewer),
  ViewerOutline,
)

function ViewerOutline({ frames, before, after, keepsExtras }: ViewerProps) {
  const afterFrame = frames.find(({ id }) => id === after)
  const beforeFrame = frames.find(({ id }) => id === before && id !== after)
  const shape = beforeFrame ?? afterFrame
  if (!shape) return null
  return (
    <ViewerFrame
      shape={shape}
      before={beforeFrame}
      after={afterFrame}
      pair={frames.length > 1}
      strip={frames.length > 2}
      extras={keepsExtras}
    />
  )
}
