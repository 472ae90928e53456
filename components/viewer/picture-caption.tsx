import { LoaderCircle } from 'lucide-react'
import { classNames } from '@/components/ui/class-names'

interface PictureCaptionProps {
  caption: string
  label?: string
  loading: boolean
  side: 'left' | 'right'
  /** Chooses the picture, where there are several. */
  onPress?: () => void
  pressed?: boolean
}

/** Its own dark ground: readable on any picture, in both themes. */
const labelClass =
  'relative flex max-w-full items-center gap-1.5 rounded bg-black/75 px-2 py-0.5 text-xs text-white'

/** A name in the upper corner of what can be seen of the picture. */
export function PictureCaption({ caption, label, loading, side, onPress, pressed }: PictureCaptionProps) {
  const words = (
    <>
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
    </>
  )
  return (
    <div
      className={classNames(
        'pointer-events-none absolute top-2 right-(--caption-right,var(--region-right)) left-(--caption-left,var(--region-left)) flex px-2',
        side === 'right' && 'justify-end text-right',
      )}
    >
      {onPress ? (
        <button
          type="button"
          // Keys walk the pictures from the viewer itself; 64 stops for Tab would be a wall.
          tabIndex={-1}
          aria-pressed={pressed}
          title={label}
          onClick={onPress}
          className={classNames(labelClass, 'pointer-events-auto min-h-6')}
        >
          {words}
        </button>
      ) : (
        <span className={labelClass}>{words}</span>
      )}
    </div>
  )
}
