'use client'
import { Brush, ChevronLeft, ChevronRight, Crop, Undo2, X } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { variantUrl } from '@/lib/assets/asset-urls'
import { classNames } from '@/components/ui/class-names'
import { useFormContextValue, useFormValue } from '../form-context'
import { maskOf, type PictureMasks } from '../mask/picture-masks'
import { usePictureOrigin } from './picture-origin'

interface PictureTileProps {
  id: string
  /** By which an instruction names it, from 1. */
  number: number
  /** Whether the chosen model takes a picture at this place. */
  isUsed: boolean
  /** Absent at the ends of the list. */
  onEarlier?: () => void
  onLater?: () => void
  onRemove: () => void
  onEdit: () => void
  /** Asked for only of a picture that was prepared. */
  onOriginal: () => void
}

/** One picture, whole, with its number, its pixels and its buttons. */
export function PictureTile(props: PictureTileProps) {
  const { id, number, isUsed, onEarlier, onLater, onRemove, onEdit, onOriginal } = props
  const { pictures } = useFormContextValue()
  const facts = pictures.get(id)
  const name = `image${number}`
  const hasMask = maskOf(useFormValue('masks') as PictureMasks | undefined, [id]) !== undefined
  const isEdited = usePictureOrigin(id)?.use === 'picture'
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
          {number}
        </span>
        {isEdited ? (
          <span className="absolute top-1 right-1 rounded bg-text px-1 text-xs text-panel">edited</span>
        ) : null}
        {hasMask ? (
          <span
            title={number === 1 ? 'Has a mask' : 'Has a mask, which counts while the picture is image 1'}
            className="absolute right-1 bottom-1 grid size-5 place-items-center rounded bg-text text-panel"
          >
            <Brush aria-hidden className="size-3.5" />
            <span className="sr-only">has a mask</span>
          </span>
        ) : null}
      </div>
      <p className="truncate px-1.5 pt-1 text-center text-xs text-muted">
        {isUsed ? (facts ? `${facts.width} × ${facts.height}` : name) : 'left out'}
      </p>
      <div className="flex justify-center">
        <TileButton label={`Move ${name} earlier`} onClick={onEarlier}>
          <ChevronLeft aria-hidden />
        </TileButton>
        <TileButton label={`Edit ${name}`} title="Crop, turn, resize, extend" onClick={onEdit}>
          <Crop aria-hidden />
        </TileButton>
        <TileButton label={`Remove ${name}`} onClick={onRemove}>
          <X aria-hidden />
        </TileButton>
        <TileButton label={`Move ${name} later`} onClick={onLater}>
          <ChevronRight aria-hidden />
        </TileButton>
      </div>
      {isEdited ? (
        <Button
          variant="faint"
          size="small"
          className="w-full pointer-coarse:h-11"
          aria-label={`Original of ${name}: take the edits back`}
          onClick={onOriginal}
        >
          <Undo2 aria-hidden />
          Original
        </Button>
      ) : null}
    </div>
  )
}

/** At the end of the list a button stays focusable, so that moving by keyboard does not lose its place. */
function TileButton(props: {
  label: string
  title?: string
  onClick?: () => void
  children: React.ReactNode
}) {
  return (
    <Button
      variant="quiet"
      size="icon-small"
      className="pointer-coarse:h-11 pointer-coarse:flex-1"
      aria-label={props.label}
      title={props.title}
      aria-disabled={props.onClick ? undefined : true}
      onClick={props.onClick}
    >
      {props.children}
    </Button>
  )
}
