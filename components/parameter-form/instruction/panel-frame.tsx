'use client'
import { useEffect, useRef, type ReactNode } from 'react'
import { X } from 'lucide-react'
import { Button } from '@/components/ui/button'

interface PanelFrameProps {
  title: string
  onClose: () => void
  children: ReactNode
}

/** A panel that opens under an instruction: its name, a way to close it, and its content. */
export function PanelFrame({ title, onClose, children }: PanelFrameProps) {
  const frame = useRef<HTMLElement>(null)
  useEffect(() => {
    frame.current?.scrollIntoView({ block: 'nearest' })
  }, [])
  return (
    <section ref={frame} aria-label={title} className="mt-1 rounded-lg border border-line bg-panel p-3">
      <div className="mb-2 flex items-center justify-between">
        <h3 className="text-sm font-semibold">{title}</h3>
        <Button
          variant="faint"
          size="icon-small"
          className="pointer-coarse:size-11"
          aria-label={`Close ${title.toLowerCase()}`}
          onClick={onClose}
        >
          <X aria-hidden />
        </Button>
      </div>
      {children}
    </section>
  )
}
