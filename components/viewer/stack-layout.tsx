import { memo } from 'react'
import { Pause, Play } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { classNames } from '@/components/ui/class-names'
import type { Frame } from './frame'
import { FramePicture } from './frame-picture'
import { Loupe } from './loupe'
import { OneStage } from './one-stage'
import { ProbeHandle } from './probe-handle'
import type { Scene } from './scene'
import type { LayoutProps } from './viewer-tools'

export interface StackLayoutProps extends LayoutProps {
  scene: Scene
  /** All that may be shown here, in order. */
  frames: readonly Frame[]
  shown: Frame
  captionOf: (frame: Frame) => string | undefined
  onTap: () => void
  onSwipe: (step: 1 | -1) => void
  /** Absent where the pictures do not go on by themselves. */
  playing?: boolean
  onPlayingChange: (playing: boolean) => void
}

/** All in the same place, one at a time. */
export const StackLayout = memo(function StackLayout(props: StackLayoutProps) {
  const { scene, frames, shown, captionOf, onTap, onSwipe, playing, onPlayingChange, ...layout } = props
  return (
    <OneStage scene={scene} {...layout} onTap={onTap} onSwipe={onSwipe}>
      {atHand(frames, shown).map((frame) => (
        <div key={frame.id} className={classNames('absolute inset-0', frame !== shown && 'invisible')}>
          <FramePicture scene={scene} frame={frame} heat={layout.tools.heat} caption={captionOf(frame)} />
        </div>
      ))}
      {layout.tools.loupe && <Loupe scene={scene} frames={[shown]} />}
      <ProbeHandle scene={scene} tools={layout.tools} />
      {playing !== undefined && (
        <Button
          size="small"
          className="absolute right-2 bottom-2 pointer-coarse:h-11"
          onClick={() => onPlayingChange(!playing)}
        >
          {playing ? <Pause aria-hidden /> : <Play aria-hidden />}
          {playing ? 'Stop' : 'Play'}
        </Button>
      )}
    </OneStage>
  )
})

/** The shown one and its neighbours, which are loaded ahead so that the next comes without a gap. */
function atHand(frames: readonly Frame[], shown: Frame): Frame[] {
  const at = frames.indexOf(shown)
  if (at === -1) return [shown]
  const near = [-1, 0, 1, 2].map((step) => frames[(at + step + frames.length) % frames.length])
  // In the order of the frames, so that none is moved in the page, and each once.
  return frames.filter((frame) => near.includes(frame))
}
