import { Pause, Play } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { classNames } from '@/components/ui/class-names'
import { FramePicture } from './frame-picture'
import { PairStage } from './pair-stage'
import type { Scene } from './scene'
import type { Blink } from './use-blink'

/** Both in the same place, one at a time. */
export function BlinkLayout({ scene, blink }: { scene: Scene; blink: Blink }) {
  const { before, after, boxOf, region } = scene
  const sides = [
    { side: 'before', frame: before, caption: 'Before' },
    { side: 'after', frame: after, caption: 'After' },
  ] as const
  return (
    <PairStage scene={scene} onTap={blink.toggle}>
      {sides.map(({ side, frame, caption }) => (
        <div key={side} className={classNames('absolute inset-0', side !== blink.side && 'invisible')}>
          {frame && <FramePicture frame={frame} boxOf={boxOf} region={region} caption={caption} />}
        </div>
      ))}
      <Button
        size="small"
        className="absolute right-2 bottom-2 pointer-coarse:h-11"
        onClick={() => blink.setPlaying(!blink.playing)}
      >
        {blink.playing ? <Pause aria-hidden /> : <Play aria-hidden />}
        {blink.playing ? 'Stop' : 'Alternate'}
      </Button>
      {/* Said only when the person asked for the change; a voice each 0.7 s would be unbearable. */}
      <p role="status" className="sr-only">
        {blink.playing ? '' : `Showing ${blink.side}`}
      </p>
    </PairStage>
  )
}
