'use client'
import { useState } from 'react'
import { HexField } from '@/components/colour/hex-field'
import { Button } from '@/components/ui/button'
import { extendToShape } from '@/lib/picture-edits/extend-to-shape'
import type { Extension } from '@/lib/picture-edits/picture-edits'
import { Group } from './crop-panel'
import { NumberField } from './number-field'
import { commonShapes } from './shapes'
import type { Edits } from './use-edits'

const nothing: Extension = { left: 0, top: 0, right: 0, bottom: 0, fill: '#FFFFFF' }
const sides = ['top', 'left', 'right', 'bottom'] as const
const mostAdded = 20_000

const fills = [
  { id: 'colour', title: 'Colour' },
  { id: 'transparent', title: 'Transparent' },
  { id: 'edge', title: 'Border drawn out' },
  { id: 'mirror', title: 'Mirrored' },
] as const

/** What is added around the picture. */
export function ExtendPanel({ edits }: { edits: Edits }) {
  // A fill chosen before anything is added is remembered here; edits that add nothing have none.
  const [fill, setFill] = useState(edits.edits.extend?.fill ?? nothing.fill)
  const [colour, setColour] = useState(fill.startsWith('#') ? fill : nothing.fill)
  const extend = edits.edits.extend ?? nothing
  const shown = edits.edits.extend?.fill ?? fill

  const change = (next: Partial<Extension>, gesture?: string) =>
    edits.change({ ...edits.edits, extend: { ...extend, fill: shown, ...next } }, gesture)

  function chooseFill(next: string, gesture?: string) {
    setFill(next)
    if (next.startsWith('#')) setColour(next)
    if (edits.edits.extend) change({ fill: next }, gesture)
  }

  return (
    <>
      <Group label="Add on each side">
        <div className="grid grid-cols-2 gap-2">
          {sides.map((side) => (
            <NumberField
              key={side}
              label={side.charAt(0).toUpperCase() + side.slice(1)}
              value={extend[side]}
              min={0}
              max={mostAdded}
              onChange={(value) => change({ [side]: value }, `extend ${side}`)}
              onSettle={edits.settle}
            />
          ))}
        </div>
      </Group>
      <Group label="Extend to a shape">
        <div className="grid grid-cols-3 gap-1">
          <Button
            size="small"
            className="pointer-coarse:h-11"
            onClick={() => change(extendToShape(edits.plan.resized, 1))}
          >
            Make square
          </Button>
          {commonShapes.slice(1).map(({ label, ratio }) => (
            <Button
              key={label}
              size="small"
              className="pointer-coarse:h-11"
              aria-label={`Extend to ${label}`}
              onClick={() => change(extendToShape(edits.plan.resized, ratio))}
            >
              {label}
            </Button>
          ))}
          <Button
            size="small"
            variant="quiet"
            className="pointer-coarse:h-11"
            aria-disabled={!edits.edits.extend}
            onClick={() => edits.change({ ...edits.edits, extend: undefined })}
          >
            Add nothing
          </Button>
        </div>
      </Group>
      <Group label="Fill with">
        {fills.map(({ id, title }) => (
          <label key={id} className="flex min-h-8 items-center gap-2 text-sm pointer-coarse:min-h-11">
            <input
              type="radio"
              name="fill"
              className="size-4 accent-accent"
              checked={id === 'colour' ? shown.startsWith('#') : shown === id}
              onChange={() => chooseFill(id === 'colour' ? colour : id)}
            />
            {title}
          </label>
        ))}
        {shown.startsWith('#') && (
          <HexField
            label="Colour of what is added"
            value={shown}
            onChange={(hex) => chooseFill(hex, 'fill')}
            onSettle={edits.settle}
          />
        )}
      </Group>
    </>
  )
}
