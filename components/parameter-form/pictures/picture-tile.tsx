'use client'
import { ChevronLeft, ChevronRight, X } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { variantUrl } from '@/lib/assets/asset-urls'
import { classNames } from '@/components/ui/class-names'
import { useFormContextValue } from '../form-context'

interface PictureTileProps {
  id: string
  /** Place in the list, from 0. */
  index: number
  /** Whether the chosen model takes a picture at this place. */
  isUsed: boolean
  /** Absent at the ends of the list. */
  onEarlier?: () => void
  onLater?: () => void
  onRemove: () => void
}

/** One picture, whole, with its number, its pixels and its buttons. */
export function PictureTile({ id, index, isUsed, onEarlier, onLater, onRemove }: PictureTileProps) {
  const { pictures } = useFormContextValue()
  const facts = pictures.get(id)
  const name = `image${index + 1}`
  return (
    <div className="overflow-hidden rounded-md border border-line bg-panel">
      <div className="checkerboard relative h-24">
        <img
          src={variantUrl(id, 160)}
          alt={facts ? `${name}, ${facts.width} by ${facts.height} pixels` : name}
          draggable={false}
          className={classNames('size-full object-contain', !isUsed && 'opacity-40')}
        />
        <span
          aria-hidden
          className="absolute top-1 left-1 grid size-5 place-items-center rounded bg-text text-xs font-semibold text-panel"
        >
          {index + 1}
        </span>
      </div>
      <p className="truncate px-1.5 pt-1 text-center text-xs text-muted">
        {isUsed ? (facts ? `${facts.width} × ${facts.height}` : name) : 'left out'}
      </p>
      <div className="flex justify-center">
        <TileButton label={`Move ${name} earlier`} onClick={onEarlier}>
          <ChevronLeft aria-hidden />
        </TileButton>
        <TileButton label={`Remove ${name}`} onClick={onRemove}>
          <X aria-hidden />
        </TileButton>
        <TileButton label={`Move ${name} later`} onClick={onLater}>
          <ChevronRight aria-hidden />
        </TileButton>
      </div>
    </div>
  )
}

/** At the end of the list a button stays focusable, so that moving by keyboard does not lose its place. */
function TileButton(props: { label: string; onClick?: () => void; children: React.ReactNode }) {
  return (
    <Button
      variant="quiet"
      size="icon-small"
      aria-label={props.label}
      aria-disabled={props.onClick ? undefined : true}
      onClick={props.onClick}
    >
      {props.children}
    </Button>
  )
}
