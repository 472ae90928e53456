'use client'

import { classNames } from '@/components/ui/class-names'
import type { Frame } from '@/components/viewer/frame'
import { FramePicture } from '@/components/viewer/frame-picture'
import { OneStage } from '@/components/viewer/one-stage'
import type { Scene } from '@/components/viewer/scene'
import { Stage } from '@/components/viewer/stage'

/** What would point at a place in the pictures is left out: they are to be looked at whole. */
const noTools = { loupe: false, crosshair: false, heat: false }

interface PicturesProps {
  scene: Scene
  frames: readonly Frame[]
}

/** Input, A and B beside each other; they move together. */
export function PicturesBeside({ scene, frames }: PicturesProps) {
  return (
    <div
      className="grid size-full min-h-0 gap-2 [--caption-left:0px] [--caption-right:0px]"
      style={{ gridTemplateColumns: `repeat(${frames.length}, minmax(0, 1fr))` }}
    >
      {frames.map((frame, index) => (
        <Stage
          key={frame.id}
          scene={scene}
          probing={false}
          measures={index === 0}
          wheelAlwaysZooms
          className="size-full"
        >
          {/* Of its own for each picture: the one before must not stand there under this one's letter. */}
          <FramePicture key={frame.assetId} scene={scene} frame={frame} caption={frame.label} heat={false} />
        </Stage>
      ))}
    </div>
  )
}

interface PicturesInPlaceProps extends PicturesProps {
  /** Id of the frame that is shown. */
  shown: string
  onShow: (id: string) => void
}

/** One in the place of the other: by the buttons below, or by a swipe while the whole picture is shown. */
export function PicturesInPlace({ scene, frames, shown, onShow }: PicturesInPlaceProps) {
  function turn(step: 1 | -1) {
    const next = frames[frames.findIndex(({ id }) => id === shown) + step]
    if (next) onShow(next.id)
  }
  return (
    <div className="flex size-full min-h-0 flex-col gap-2">
      <div className="min-h-0 flex-1">
        <OneStage scene={scene} tools={noTools} fill onSwipe={turn}>
          {frames.map((frame) => (
            <div
              key={`${frame.id} ${frame.assetId}`}
              className={classNames('absolute inset-0', frame.id !== shown && 'invisible')}
            >
              <FramePicture scene={scene} frame={frame} caption={frame.label} heat={false} />
            </div>
          ))}
        </OneStage>
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
