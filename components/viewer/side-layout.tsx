import { classNames } from '@/components/ui/class-names'
import { FramePicture } from './frame-picture'
import { paneStyle, type Scene } from './scene'
import { Stage } from './stage'

/** Both side by side, or one above the other where there is no room; they move together. */
export function SideLayout({ scene }: { scene: Scene }) {
  const { before, after, zoom, boxOf, region, fullscreen } = scene
  const sides = [
    { frame: before, caption: 'Before' },
    { frame: after, caption: 'After' },
  ]
  return (
    <div
      className={classNames(
        'grid min-h-0 gap-2 @xl:grid-cols-2',
        fullscreen && 'h-full auto-rows-fr portrait:@3xl:grid-cols-1',
      )}
    >
      {sides.map(({ frame, caption }, index) => (
        <div
          key={caption}
          className={classNames(
            'min-h-0 w-full min-w-0',
            !fullscreen && 'max-h-[60svh] min-h-48 @xl:max-h-[max(20rem,calc(100svh-20rem))]',
          )}
          style={paneStyle(scene)}
        >
          <Stage measures={index === 0} zoom={zoom} wheelAlwaysZooms={fullscreen} className="size-full">
            {frame && <FramePicture frame={frame} boxOf={boxOf} region={region} caption={caption} />}
          </Stage>
        </div>
      ))}
    </div>
  )
}
