'use client'
import { useRef, type CSSProperties, type KeyboardEvent, type PointerEvent, type ReactNode } from 'react'
import type { Handle } from '@/lib/picture-edits/drag-crop'
import type { CropRectangle } from '@/lib/picture-edits/picture-edits'
import { sizeText } from '@/lib/picture-edits/plan-edits'

/** A handle of the crop, or, moving no side of its own, the whole crop. */
export type Part = Handle & { name: string; className: string }

export const wholeCrop: Part = { x: 0, y: 0, name: 'Place of the crop', className: 'cursor-move' }
export const cropHandles: Part[] = [
  { x: -1, y: -1, name: 'Top left corner of the crop', className: 'cursor-nwse-resize' },
  { x: 0, y: -1, name: 'Top side of the crop', className: 'cursor-ns-resize' },
  { x: 1, y: -1, name: 'Top right corner of the crop', className: 'cursor-nesw-resize' },
  { x: 1, y: 0, name: 'Right side of the crop', className: 'cursor-ew-resize' },
  { x: 1, y: 1, name: 'Bottom right corner of the crop', className: 'cursor-nwse-resize' },
  { x: 0, y: 1, name: 'Bottom side of the crop', className: 'cursor-ns-resize' },
  { x: -1, y: 1, name: 'Bottom left corner of the crop', className: 'cursor-nesw-resize' },
  { x: -1, y: 0, name: 'Left side of the crop', className: 'cursor-ew-resize' },
]

const arrows: Record<string, { x: number; y: number } | undefined> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
}

interface CropPartProps {
  part: Part
  crop: CropRectangle
  /** Where a crop can be at all. */
  bounds: CropRectangle
  /** CSS pixels per pixel of the frame. */
  scale: number
  style: CSSProperties
  className: string
  /** By so many pixels of the frame from where the crop was; all of one gesture is one step. */
  onMove: (from: CropRectangle, by: { x: number; y: number }, gesture: string) => void
  onSettle: () => void
  children: ReactNode
}

/** Something to take hold of, with mouse, finger or keys. */
export function CropPart(props: CropPartProps) {
  const { part, crop, bounds, scale, style, className, onMove, onSettle, children } = props
  const drag = useRef<{ crop: CropRectangle; x: number; y: number; gesture: string }>(undefined)
  const drags = useRef(0)

  function onPointerDown(event: PointerEvent<HTMLElement>) {
    if (event.button !== 0) return
    event.currentTarget.setPointerCapture(event.pointerId)
    drags.current += 1
    drag.current = { crop, x: event.clientX, y: event.clientY, gesture: `${part.name} ${drags.current}` }
  }

  function onPointerMove(event: PointerEvent) {
    const from = drag.current
    if (!from) return
    const by = { x: (event.clientX - from.x) / scale, y: (event.clientY - from.y) / scale }
    onMove(from.crop, by, from.gesture)
  }

  function endDrag() {
    if (!drag.current) return
    drag.current = undefined
    onSettle()
  }

  function onKeyDown(event: KeyboardEvent) {
    const direction = arrows[event.key]
    if (!direction || event.altKey || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    const step = event.shiftKey ? largeStep(bounds) : 1
    onMove(crop, { x: direction.x * step, y: direction.y * step }, part.name)
  }

  const value = valueOf(part, crop, bounds)
  return (
    <div
      role="slider"
      tabIndex={0}
      aria-label={part.name}
      aria-valuetext={`${sizeText(crop)} pixels, from ${crop.left}, ${crop.top}`}
      aria-valuenow={value.now}
      aria-valuemin={Math.floor(value.min)}
      aria-valuemax={Math.ceil(value.max)}
      className={`absolute touch-none select-none ${part.className} ${className}`}
      style={style}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={endDrag}
      onPointerCancel={endDrag}
      onKeyDown={onKeyDown}
      onBlur={onSettle}
    >
      {children}
    </div>
  )
}

/** With shift, an arrow goes so far: a fiftieth of the longer side. */
function largeStep({ width, height }: CropRectangle): number {
  return Math.max(10, Math.round(Math.max(width, height) / 50))
}

/** The place of the side that a part moves. */
function valueOf(part: Part, crop: CropRectangle, bounds: CropRectangle) {
  const isAcross = part.x !== 0 || part.y === 0
  const [start, length] = isAcross ? [crop.left, crop.width] : [crop.top, crop.height]
  const [from, room] = isAcross ? [bounds.left, bounds.width] : [bounds.top, bounds.height]
  const isEnd = isAcross ? part.x > 0 : part.y > 0
  return { now: isEnd ? start + length : start, min: from, max: from + room }
}
