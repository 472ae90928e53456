'use client'

import { useRef, type PointerEvent } from 'react'
import { classNames } from '@/components/ui/class-names'
import { FramePicture } from '@/components/viewer/frame-picture'
import { Stage } from '@/components/viewer/stage'
import type { JudgingScene } from './judging-scene'

/** So far a finger must go sideways to turn to the next picture, in CSS pixels. */
const swipeLength = 40

/** Input, A and B beside each other; they move together. */
export function PicturesBeside({ scene }: { scene: JudgingScene }) {
  const { frames, zoom, boxOf, region } = scene
  return (
    <div
      className="grid size-full min-h-0 gap-2"
      style={{ gridTemplateColumns: `repeat(${frames.length}, minmax(0, 1fr))` }}
    >
      {frames.map((frame, index) => (
        <Stage key={frame.id} measures={index === 0} zoom={zoom} wheelAlwaysZooms className="size-full">
          {/* Of its own for each picture: the one before must not stand there under this one's letter. */}
          <FramePicture
            key={frame.assetId}
            frame={frame}
            boxOf={boxOf}
            region={region}
            caption={frame.label}
          />
        </Stage>
      ))}
    </div>
  )
}

interface PicturesInPlaceProps {
  scene: JudgingScene
  /** The frame that is shown. */
  shown: string
  onShow: (id: string) => void
}

/** One in the place of the other: by the buttons below, or by a swipe while the whole picture is shown. */
export function PicturesInPlace({ scene, shown, onShow }: PicturesInPlaceProps) {
  const { frames, zoom, boxOf, region } = scene
  const start = useRef<{ x: number; y: number }>(undefined)

  function onPointerUp(event: PointerEvent) {
    const from = start.current
    start.current = undefined
    if (!from || zoom.shown.movable) return
    const [across, down] = [event.clientX - from.x, event.clientY - from.y]
    if (Math.abs(across) < swipeLength || Math.abs(across) < 2 * Math.abs(down)) return
    const next = frames[frames.findIndex(({ id }) => id === shown) + (across < 0 ? 1 : -1)]
    if (next) onShow(next.id)
  }

  return (
    <div className="flex size-full min-h-0 flex-col gap-2">
      <div
        className="min-h-0 flex-1"
        onPointerDown={(event) =>
          (start.current = event.isPrimary ? { x: event.clientX, y: event.clientY } : undefined)
        }
        onPointerUp={onPointerUp}
      >
        <Stage measures zoom={zoom} wheelAlwaysZooms className="size-full">
          {frames.map((frame) => (
            <div
              key={`${frame.id} ${frame.assetId}`}
              className={classNames(frame.id !== shown && 'invisible')}
            >
              <FramePicture frame={frame} boxOf={boxOf} region={region} caption={frame.label} />
            </div>
          ))}
        </Stage>
      </div>
      <div role="group" aria-label="Picture shown" className="flex justify-center gap-1">
        {frames.map(({ id, label }) => (
          <button
            key={id}
            type="button"
            aria-pressed={id === shown}
            className="h-9 min-w-16 rounded-md border border-line bg-panel px-3 text-sm aria-pressed:border-line-strong aria-pressed:bg-raised aria-pressed:font-semibold pointer-coarse:h-11"
            onClick={() => onShow(id)}
          >
            {label}
          </button>
        ))}
      </div>
    </div>
  )
}
