'use client'
import { loadedWhenUsed } from '@/components/ui/loaded-when-used'
import type { WidgetProps } from './widget-props'

// Fetched with the first picture.
const MaskPanel = loadedWhenUsed(
  () => import('../mask/mask-panel').then((module) => module.MaskPanel),
  () => <div className="h-24" />,
)

/** The mask belongs to the first picture; where a model takes none, its answer is put back by it all the same. */
export function MaskWidget({ labelId, errorId }: WidgetProps<'mask'>) {
  return <MaskPanel labelId={labelId} errorId={errorId} />
}
