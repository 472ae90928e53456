'use client'
import { Monitor } from 'lucide-react'
import { useState, useSyncExternalStore } from 'react'
import { Button } from '@/components/ui/button'
import type { Asset } from '@/lib/assets/asset'
import { variantUrl } from '@/lib/assets/asset-urls'
import { Eyedropper } from './eyedropper'
import { HexField } from './hex-field'
import { hasScreenEyedropper, pickFromScreen } from './screen-eyedropper'
import { useMainColours } from './use-main-colours'

/** A picture to pick from, by the name that the person knows. */
export interface NamedAsset {
  name: string
  asset: Asset
}

interface ColourPickerProps {
  pictures: readonly NamedAsset[]
  /** The colour shown first. */
  initial?: string
  /** Called when the person has decided: "#1E6FD9". */
  onPick: (hex: string) => void
  /** What the button says. */
  action?: string
}

const swatches = 8

/** A colour by number, by the browser's picker, from a picture's main colours or from one of its pixels. */
export function ColourPicker({
  pictures,
  initial = '#1E6FD9',
  onPick,
  action = 'Use this colour',
}: ColourPickerProps) {
  const [hex, setHex] = useState(initial)
  const [chosen, setChosen] = useState(0)
  const picture = (pictures[chosen] ?? pictures[0])?.asset
  const colours = useMainColours(picture, swatches)
  const hasScreen = useSyncExternalStore(subscribeToNothing, hasScreenEyedropper, () => false)

  return (
    <div className="flex flex-col gap-3">
      {pictures.length > 1 && (
        <div
          role="group"
          aria-label="Picture to pick from"
          className="flex max-h-28 flex-wrap gap-1 overflow-y-auto"
        >
          {pictures.map(({ name, asset: { id } }, index) => (
            <button
              key={`${index} ${id}`}
              type="button"
              aria-label={name}
              title={name}
              aria-pressed={index === chosen}
              className="checkerboard size-12 rounded-md border-2 border-line aria-pressed:border-accent"
              onClick={() => setChosen(index)}
            >
              <img
                src={variantUrl(id, 160)}
                alt=""
                loading="lazy"
                className="size-full rounded-sm object-contain"
              />
            </button>
          ))}
        </div>
      )}
      {picture && <Eyedropper key={picture.id} picture={picture} onPick={setHex} />}
      {colours.length > 0 && (
        <div role="group" aria-label="Main colours of the picture" className="flex flex-wrap gap-1">
          {colours.map((colour) => (
            <button
              key={colour}
              type="button"
              aria-label={colour}
              title={colour}
              aria-pressed={colour === hex}
              className="size-8 rounded-md border border-line-strong aria-pressed:outline-2 aria-pressed:outline-offset-1 aria-pressed:outline-accent pointer-coarse:size-11"
              style={{ backgroundColor: colour }}
              onClick={() => setHex(colour)}
            />
          ))}
        </div>
      )}
      <div className="flex flex-wrap items-end justify-between gap-2">
        <HexField label="Colour" value={hex} onChange={setHex} />
        {hasScreen && (
          <Button
            className="pointer-coarse:h-11"
            onClick={async () => {
              const picked = await pickFromScreen()
              if (picked) setHex(picked)
            }}
          >
            <Monitor aria-hidden />
            From the screen
          </Button>
        )}
        <Button variant="primary" className="ml-auto pointer-coarse:h-11" onClick={() => onPick(hex)}>
          {action}
        </Button>
      </div>
    </div>
  )
}

function subscribeToNothing() {
  return () => {}
}
