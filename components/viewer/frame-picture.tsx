import { useState, type SyntheticEvent } from 'react'
import { LoaderCircle } from 'lucide-react'
import { classNames } from '@/components/ui/class-names'
import type { Frame } from './frame'
import { PictureFailure } from './picture-failure'
import { pictureSource, type PictureSource } from './picture-source'
import { useDevicePixelRatio } from './use-device-pixel-ratio'
import type { ScreenBox } from './zoom-pan'

/** Above this many screen pixels per picture pixel the pixels are drawn as what they are. */
const pixelatedAbove = 3

/** The part of the pane in which a picture can be seen, in CSS pixels from the pane's left and right edges. */
export interface Region {
  left: number
  right: number
}

export interface FramePictureProps {
  frame: Frame
  /** Where a frame is drawn on the pane. */
  boxOf: (frame: Frame) => ScreenBox
  region: Region
  /** What the picture stands for: "Before" or "After". */
  caption?: string
  captionSide?: 'left' | 'right'
}

/**
 * A picture on the pane, asked for at the size at which it is drawn. The last one stays, under its own name, until the
 * next has been decoded.
 */
export function FramePicture({ frame, boxOf, region, caption, captionSide = 'left' }: FramePictureProps) {
  const pixelRatio = useDevicePixelRatio()
  const [lastShown, setShown] = useState<PictureSource>()
  const [failedUrl, setFailedUrl] = useState<string>()

  const wanted = pictureSource(frame, boxOf(frame).width * pixelRatio)
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
      {sources.map((source) => {
        const box = boxOf(source.frame)
        const magnification = (box.width * pixelRatio) / source.frame.width
        const visible = source === shown || source.url === shown?.url
        return (
          <img
            key={source.url}
            src={source.url}
            alt={visible ? source.frame.alt : ''}
            draggable={false}
            onLoad={(event) => loaded(source, event)}
            onError={() => setFailedUrl(source.url)}
            className={classNames('absolute top-0 left-0 max-w-none checkerboard', !visible && 'opacity-0')}
            style={{
              width: box.width,
              height: box.height,
              transform: `translate(${box.left}px, ${box.top}px)`,
              imageRendering: magnification > pixelatedAbove ? 'pixelated' : undefined,
            }}
          />
        )
      })}
      {failed && <PictureFailure region={region} partial={current} onRetry={() => setFailedUrl(undefined)} />}
      {caption && (
        <Caption
          caption={caption}
          label={(current || failed ? frame : shown?.frame)?.label}
          loading={!current && !failed}
          region={region}
          side={captionSide}
        />
      )}
    </>
  )
}

function Caption(props: {
  caption: string
  label?: string
  loading: boolean
  region: Region
  side: 'left' | 'right'
}) {
  const { caption, label, loading, region, side } = props
  return (
    <div
      className={classNames(
        'pointer-events-none absolute top-2 flex px-2',
        side === 'right' && 'justify-end text-right',
      )}
      style={{ left: region.left, right: region.right }}
    >
      {/* Its own dark ground: readable on any picture, in both themes. */}
      <span className="relative flex max-w-full items-center gap-1.5 rounded bg-black/75 px-2 py-0.5 text-xs text-white">
        <span className="font-semibold">{caption}</span>
        {label && label.toLowerCase() !== caption.toLowerCase() && <span className="truncate">{label}</span>}
        {/* Beside the words and not among them, which would move when it goes. */}
        {loading && (
          <LoaderCircle
            role="img"
            aria-label="loading"
            className={classNames(
              'absolute size-5 animate-spin rounded-full bg-black/75 p-1',
              side === 'right' ? 'right-full mr-1' : 'left-full ml-1',
            )}
          />
        )}
      </span>
    </div>
  )
}
