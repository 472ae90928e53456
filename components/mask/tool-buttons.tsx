import type { MouseEvent } from 'react'
import { Brush, Eraser, Hand, Lasso, PaintBucket, SquareDashed, type LucideIcon } from 'lucide-react'
import { Button } from '@/components/ui/button'
import type { Painter } from './painter'
import type { PainterSettings } from './painter-settings'
import { usePainterState } from './use-painter-state'

interface ToolButton {
  name: string
  keys: string
  icon: LucideIcon
  settings: Pick<PainterSettings, 'tool'> & Partial<Pick<PainterSettings, 'erase'>>
}

const toolButtons: ToolButton[] = [
  { name: 'Brush', keys: 'B', icon: Brush, settings: { tool: 'brush', erase: false } },
  { name: 'Eraser', keys: 'E', icon: Eraser, settings: { tool: 'brush', erase: true } },
  { name: 'Rectangle', keys: 'R', icon: SquareDashed, settings: { tool: 'rectangle' } },
  { name: 'Lasso', keys: 'L', icon: Lasso, settings: { tool: 'lasso' } },
  { name: 'Fill by colour', keys: 'G', icon: PaintBucket, settings: { tool: 'fill' } },
  { name: 'Move the picture', keys: 'H', icon: Hand, settings: { tool: 'hand' } },
]

export function ToolButtons({ painter }: { painter: Painter }) {
  const { settings } = usePainterState(painter)
  return toolButtons.map(({ name, keys, icon: Icon, settings: change }) => {
    const isChosen =
      settings.tool === change.tool && (change.erase === undefined || settings.erase === change.erase)
    return (
      <Button
        key={name}
        variant={isChosen ? 'primary' : 'quiet'}
        size="icon-medium"
        className="pointer-coarse:size-11"
        aria-label={name}
        aria-pressed={isChosen}
        aria-keyshortcuts={keys}
        title={`${name} (${keys})`}
        onClick={(event) => {
          painter.set(change)
          backToStage(painter, event)
        }}
      >
        <Icon aria-hidden />
      </Button>
    )
  })
}

/** After a click (not after Enter) the keyboard is the picture's again: the space bar then moves it. */
export function backToStage(painter: Painter, event: MouseEvent): void {
  if (event.detail > 0) painter.focus()
}
