'use client'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Switch } from '@/components/ui/switch'
import { isSameSize, sizeText } from '@/lib/picture-edits/plan-edits'
import { sizeInShape } from '@/lib/picture-edits/size-in-shape'
import { Group } from './crop-panel'
import { NumberField } from './number-field'
import type { Edits } from './use-edits'

const longerSides = [512, 1024, 1536, 2048]
/** The longest side a picture may have. */
const mostSide = 65_000

/** What the crop is scaled to. */
export function SizePanel({ edits }: { edits: Edits }) {
  const { crop, resized } = edits.plan
  const [keepsShape, setKeepsShape] = useState(true)
  const isResized = !isSameSize(crop, resized)

  function resize(side: { width: number } | { height: number }, gesture?: string) {
    const size = keepsShape ? sizeInShape(crop, side) : { ...resized, ...side }
    edits.change({ ...edits.edits, resize: size }, gesture)
  }

  return (
    <>
      <Group label="Size in pixels">
        <div className="grid grid-cols-2 gap-2">
          <NumberField
            label="Width"
            value={resized.width}
            min={1}
            max={mostSide}
            onChange={(width) => resize({ width }, 'width')}
            onSettle={edits.settle}
          />
          <NumberField
            label="Height"
            value={resized.height}
            min={1}
            max={mostSide}
            onChange={(height) => resize({ height }, 'height')}
            onSettle={edits.settle}
          />
        </div>
        <label className="mt-3 flex min-h-8 items-center justify-between gap-2 text-sm pointer-coarse:min-h-11">
          Keep the shape
          <Switch
            checked={keepsShape}
            onChange={(event) => {
              setKeepsShape(event.target.checked)
              if (event.target.checked && isResized)
                edits.change({ ...edits.edits, resize: sizeInShape(crop, { width: resized.width }) })
            }}
          />
        </label>
      </Group>
      <Group label="Longer side">
        <div className="grid grid-cols-4 gap-1">
          {longerSides.map((side) => (
            <Button
              key={side}
              size="small"
              className="pointer-coarse:h-11"
              aria-label={`${side} pixels`}
              onClick={() =>
                edits.change({
                  ...edits.edits,
                  resize: sizeInShape(crop, crop.width >= crop.height ? { width: side } : { height: side }),
                })
              }
            >
              {side}
            </Button>
          ))}
        </div>
      </Group>
      <Button
        className="w-full pointer-coarse:h-11"
        aria-disabled={!isResized}
        onClick={() => isResized && edits.change({ ...edits.edits, resize: undefined })}
      >
        {`As cropped: ${sizeText(crop)}`}
      </Button>
      <p className="text-xs text-muted">{noteOn(crop, resized)}</p>
    </>
  )
}

function noteOn(crop: { width: number; height: number }, resized: { width: number; height: number }): string {
  if (isSameSize(crop, resized)) return 'Pixel for pixel: nothing is resampled.'
  if (resized.width > crop.width || resized.height > crop.height)
    return 'Enlarging computes new pixels (Lanczos); it adds no detail.'
  return 'Made smaller, several pixels become one (Lanczos).'
}
