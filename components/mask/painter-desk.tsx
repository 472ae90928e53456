import { useState } from 'react'
import { SlidersHorizontal } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { classNames } from '@/components/ui/class-names'
import { AdjustMask } from './adjust-mask'
import type { Question } from './ask-dialog'
import { MaskFiles } from './mask-files'
import type { Painter } from './painter'
import { PainterBar } from './painter-bar'
import { PainterStage } from './painter-stage'
import { ToolButtons } from './tool-buttons'
import { ToolSettings } from './tool-settings'
import { usePainterState } from './use-painter-state'
import { ViewSettings } from './view-settings'

interface PainterDeskProps {
  painter: Painter
  titleId: string
  onAsk(question: Question): void
  onClose(): void
  onSave(): void
}

/**
 * The whole window: on a wide one tools at the left and settings at the right of the picture; on a phone both below it,
 * where the thumb is, the settings only when asked for.
 */
export function PainterDesk({ painter, titleId, onAsk, onClose, onSave }: PainterDeskProps) {
  const [isOpen, setIsOpen] = useState(false)
  return (
    <div className="grid h-full grid-cols-[minmax(0,1fr)] grid-rows-[auto_minmax(0,1fr)_auto_auto_auto] md:grid-cols-[auto_minmax(0,1fr)_18rem] md:grid-rows-[auto_minmax(0,1fr)_auto]">
      <div className="order-1 md:col-span-3">
        <PainterBar painter={painter} titleId={titleId} onClose={onClose} onSave={onSave} />
      </div>
      <div
        role="group"
        aria-label="Tools"
        className="order-5 flex justify-around border-t min-[22rem]:gap-1 border-line bg-panel p-1 pb-[max(0.25rem,env(safe-area-inset-bottom))] md:order-2 md:flex-col md:justify-start md:overflow-y-auto md:border-t-0 md:border-r md:p-1.5"
      >
        <ToolButtons painter={painter} />
        <Button
          variant={isOpen ? 'secondary' : 'quiet'}
          size="icon-medium"
          className="md:hidden pointer-coarse:size-11"
          aria-label="Settings"
          aria-expanded={isOpen}
          onClick={() => setIsOpen(!isOpen)}
        >
          <SlidersHorizontal aria-hidden />
        </Button>
      </div>
      <div className="order-2 grid min-h-0 md:order-3">
        <PainterStage painter={painter} />
      </div>
      <div
        role="group"
        aria-label="Settings"
        className={classNames(
          'order-4 max-h-[38dvh] overflow-y-auto border-t border-line bg-panel p-3 md:order-4 md:block md:max-h-none md:border-t-0 md:border-l',
          !isOpen && 'hidden',
        )}
      >
        <div className="grid grid-cols-[minmax(0,1fr)] gap-5">
          <Section title="Tool">
            <ToolSettings painter={painter} />
          </Section>
          <Section title="Whole mask">
            <AdjustMask painter={painter} />
          </Section>
          <Section title="View">
            <ViewSettings painter={painter} />
          </Section>
          <Section title="Files">
            <MaskFiles painter={painter} onAsk={onAsk} />
          </Section>
        </div>
      </div>
      <div className="order-3 md:order-5 md:col-span-3">
        <PainterStatus painter={painter} />
      </div>
    </div>
  )
}

function Section({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <section>
      <h3 className="mb-2 text-sm font-medium">{title}</h3>
      {children}
    </section>
  )
}

/** What just happened, seen and heard. Of one height, so that nothing moves. */
function PainterStatus({ painter }: { painter: Painter }) {
  const { message, isProblem } = usePainterState(painter)
  const { width, height } = painter.picture
  return (
    <div className="flex h-7 items-center gap-3 border-t border-line bg-panel px-3 text-xs text-muted">
      <p
        role="status"
        className={classNames('min-w-0 flex-1 truncate', isProblem && 'text-danger')}
        title={message}
      >
        {message}
      </p>
      <span className="shrink-0 tabular-nums">
        {width} × {height} px
      </span>
    </div>
  )
}
