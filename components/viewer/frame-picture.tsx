import { memo, useLayoutEffect, useRef, useState, useSyncExternalStore, type SyntheticEvent } from 'react'
import { classNames } from '@/components/ui/class-names'
import type { Frame } from './frame'
import { keepPlaced } from './keep-placed'
import { PictureCaption } from './picture-caption'
import { PictureFailure } from './picture-failure'
import { pictureLevel, pictureSource, type PictureSource } from './picture-source'
import type { Scene } from './scene'

export interface FramePictureProps {
  scene: Scene
  frame: Frame
  /** What stands before the frame's name: "Before", "After", or its number. */
  caption?: string
  captionSide?: 'left' | 'right'
  /** Makes the caption a button. */
  onCaption?: () => void
  chosen?: boolean
  /** Draws the frame's heat map over it. */
  heat: boolean
}

/**
 * A picture on the pane, asked for at the size at which it is drawn. The last one stays, under its own name, until the
 * next has been decoded.
 */
export const FramePicture = memo(function FramePicture(props: FramePictureProps) {
  const { scene, frame, caption, captionSide = 'left', onCaption, chosen, heat } = props
  const [lastShown, setShown] = useState<PictureSource>()
  const [failedUrl, setFailedUrl] = useState<string>()
  const wanted = pictureSource(frame, useLevel(scene, frame))
  const current = lastShown?.frame.assetId === frame.assetId
  // Two outputs may be the same picture: then only its name changes.
  const shown: PictureSource | undefined = current ? { ...lastShown, frame } : lastShown
  // Zooming out keeps the larger file: it is here, and it holds everything.
  const next = current && lastShown.level >= wanted.level ? undefined : wanted
  const failed = next !== undefined && next.url === failedUrl
  const sources = [failed && !current ? undefined : shown, failed ? undefined : next].filter(
    (source) => source !== undefined,
  )

  function loaded(source: PictureSource, event: SyntheticEvent<HTMLImageElement>) {
    const image = event.currentTarget
    const show = () => {
      // Gone from the page means that something else has been asked for since.
      if (image.isConnected) setShown(source)
    }
    // A picture that loads but does not decode is broken; the browser's own sign for that is drawn by showing it.
    image.decode().then(show, show)
  }

  return (
    <>
      {sources.map((source) => (
        <PlacedPicture
          key={source.url}
          scene={scene}
          source={source}
          visible={source === shown || source.url === shown?.url}
          onLoad={(event) => loaded(source, event)}
          onError={() => setFailedUrl(source.url)}
        />
      ))}
      {heat && current && frame.overlayUrl && <HeatMap scene={scene} frame={frame} url={frame.overlayUrl} />}
      {failed && <PictureFailure partial={current} onRetry={() => setFailedUrl(undefined)} />}
      {caption && (
        <PictureCaption
          caption={caption}
          label={(current || failed ? frame : shown?.frame)?.label}
          loading={!current && !failed}
          side={captionSide}
          onPress={onCaption}
          pressed={chosen}
        />
      )}
    </>
  )
})

/** Changes only once the zoom has come to rest: nobody needs the files of the sizes on the way. */
function useLevel(scene: Scene, frame: Frame): number {
  return useSyncExternalStore(
    scene.zoom.subscribeAtRest,
    () => pictureLevel(frame, scene.boxOf(frame).width * scene.pixelRatio),
    () => 0,
  )
}

interface PlacedPictureProps {
  scene: Scene
  source: PictureSource
  visible: boolean
  onLoad: (event: SyntheticEvent<HTMLImageElement>) => void
  onError: () => void
}

function PlacedPicture({ scene, source, visible, onLoad, onError }: PlacedPictureProps) {
  const image = useRef<HTMLImageElement>(null)
  useLayoutEffect(
    () => (image.current ? keepPlaced(image.current, scene, source.frame) : undefined),
    [scene, source.frame],
  )
  return (
    <img
      ref={image}
      src={source.url}
      alt={visible ? source.frame.alt : ''}
      draggable={false}
      onLoad={onLoad}
      onError={onError}
      className={classNames('absolute top-0 left-0 max-w-none checkerboard', !visible && 'opacity-0')}
    />
  )
}

/** Over its picture. The opacity is one style for all panes, so that its slider renders none of them. */
function HeatMap({ scene, frame, url }: { scene: Scene; frame: Frame; url: string }) {
  const image = useRef<HTMLImageElement>(null)
  useLayoutEffect(() => (image.current ? keepPlaced(image.current, scene, frame) : undefined), [scene, frame])
  return (
    <img
      ref={image}
      src={url}
      alt={`Heat map of what changed in ${frame.label}`}
      draggable={false}
      className="absolute top-0 left-0 max-w-none"
      style={{ opacity: 'var(--heat-opacity)' }}
    />
  )
}
