import { memo, useId } from 'react'
import { Check } from 'lucide-react'
import { classNames } from '@/components/ui/class-names'
import { variantUrl } from '@/lib/assets/asset-urls'
import type { Frame } from './frame'

/** Twice the thumbnail's side, for dense screens. */
const thumbnailWidth = 160

interface ThumbnailProps {
  frame: Frame
  /** From 1; the first nine are keys. */
  number: number
  /** A radio button of this name chooses one; a check box, several. */
  radioName?: string
  checked: boolean
  disabled?: boolean
  /** What the picture is, beside what its tick says: "Before", or "Chosen". */
  badge?: string
  title: string
  /** Must stay the same function. `shift`: with the Shift key. */
  onPick: (id: string, shift: boolean) => void
}

/** A small picture with its number and name, and the control that chooses it. */
export const Thumbnail = memo(function Thumbnail(props: ThumbnailProps) {
  const { frame, number, radioName, checked, disabled = false, badge, title, onPick } = props
  const id = useId()
  return (
    <label
      title={title}
      className={classNames(
        'relative flex w-20 shrink-0 cursor-pointer flex-col gap-1 rounded-md border-2 border-transparent p-0.5',
        'hover:bg-raised has-focus-visible:outline-2 has-focus-visible:outline-offset-1 has-focus-visible:outline-accent',
        radioName && 'has-checked:border-accent',
        disabled && 'cursor-default',
      )}
    >
      <input
        type={radioName ? 'radio' : 'checkbox'}
        name={radioName}
        className="absolute inset-0 z-10 cursor-pointer opacity-0 disabled:cursor-default"
        checked={checked}
        disabled={disabled}
        aria-labelledby={id}
        aria-keyshortcuts={number <= 9 ? String(number) : undefined}
        onChange={({ nativeEvent }) =>
          // Both change by a click, also when that came from a key.
          onPick(frame.id, nativeEvent instanceof MouseEvent && nativeEvent.shiftKey)
        }
      />
      <span className="relative block h-14 overflow-hidden rounded bg-raised">
        <img
          src={variantUrl(frame.assetId, thumbnailWidth)}
          alt=""
          loading="lazy"
          // The browser's sign for a broken picture says less than the name below it.
          onError={(event) => event.currentTarget.classList.add('invisible')}
          draggable={false}
          className={classNames('size-full object-contain', !radioName && !checked && 'opacity-35')}
        />
        <span
          aria-hidden
          className="absolute top-0.5 left-0.5 rounded bg-black/75 px-1 text-xs text-white tabular-nums"
        >
          {number}
        </span>
        {!radioName && (
          <span
            aria-hidden
            className={classNames(
              'absolute top-0.5 right-0.5 grid size-4 place-items-center rounded border',
              checked ? 'border-accent bg-accent text-on-accent' : 'border-line-strong bg-panel',
            )}
          >
            {checked && <Check className="size-3" strokeWidth={3} />}
          </span>
        )}
        {badge && (
          <span className="absolute bottom-0.5 left-0.5 rounded bg-black/75 px-1 text-xs text-white">
            {badge}
          </span>
        )}
      </span>
      <span id={id} className="truncate text-center text-xs">
        {frame.label}
      </span>
    </label>
  )
})
