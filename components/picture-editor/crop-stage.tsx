'use client'
import type { Asset } from '@/lib/assets/asset'
import { variantUrl } from '@/lib/assets/asset-urls'
import { moveCrop } from '@/lib/picture-edits/crop-geometry'
import { dragHandle } from '@/lib/picture-edits/drag-crop'
import type { CropRectangle } from '@/lib/picture-edits/picture-edits'
import { sizeText } from '@/lib/picture-edits/plan-edits'
import { CropGrid } from './crop-grid'
import { CropPart, cropHandles, wholeCrop, type Part } from './crop-part'
import { placeFrame } from './place-frame'
import type { Edits } from './use-edits'
import type { Size } from './use-pane-size'

interface CropStageProps {
  picture: Asset
  edits: Edits
  pane: Size
  /** Width divided by height, if the crop is bound to a shape. */
  ratio: number | undefined
  /** A fine grid, to straighten by. */
  isStraightening: boolean
}

/** The whole picture, straightened, and over it the crop with its handles. */
export function CropStage({ picture, edits, pane, ratio, isStraightening }: CropStageProps) {
  const { crop, frame } = edits.plan
  const straightened = { frame, angle: edits.edits.angle }
  const placed = placeFrame(edits.plan, edits.edits, pane)
  const box = placed.place(crop)

  function moved(part: Part, from: CropRectangle, by: { x: number; y: number }): CropRectangle {
    const middle = { x: from.left + from.width / 2 + by.x, y: from.top + from.height / 2 + by.y }
    if (part === wholeCrop) return moveCrop(straightened, from, middle)
    const to = { x: middle.x + (part.x * from.width) / 2, y: middle.y + (part.y * from.height) / 2 }
    return dragHandle(straightened, from, part, to, ratio)
  }

  const partProps = (part: Part) => ({
    part,
    crop,
    bounds: placed.bounds,
    scale: placed.scale,
    onMove: (from: CropRectangle, by: { x: number; y: number }, gesture: string) =>
      edits.changeCrop(moved(part, from, by), gesture),
    onSettle: edits.settle,
  })

  if (pane.width === 0) return null
  const checks = 16 / placed.scale
  return (
    <>
      <img
        src={variantUrl(picture.id, 1280)}
        alt={`The picture, ${sizeText(frame)} pixels, behind the crop`}
        draggable={false}
        className="checkerboard pointer-events-none absolute top-0 left-0 max-w-none origin-top-left select-none"
        style={{
          width: picture.width,
          height: picture.height,
          transform: `matrix(${placed.picture.join(',')})`,
          backgroundSize: `${checks}px ${checks}px`,
        }}
      />
      <CropPart
        {...partProps(wholeCrop)}
        className="border border-panel outline-1 outline-accent"
        style={{ ...box, boxShadow: '0 0 0 200vmax color-mix(in srgb, var(--canvas) 72%, transparent)' }}
      >
        <CropGrid lines={isStraightening ? 9 : 2} />
      </CropPart>
      {cropHandles.map((part) => (
        <CropPart
          key={part.name}
          {...partProps(part)}
          className="grid size-7 -translate-1/2 place-items-center pointer-coarse:size-11"
          style={{
            left: box.left + ((part.x + 1) / 2) * box.width,
            top: box.top + ((part.y + 1) / 2) * box.height,
          }}
        >
          <span aria-hidden className="size-3 rounded-xs border-2 border-accent bg-panel" />
        </CropPart>
      ))}
    </>
  )
}
