'use client'
import { useEffect, useRef, useState, type KeyboardEvent, type PointerEvent } from 'react'
import type { Asset } from '@/lib/assets/asset'
import { assetUrl, variantUrl } from '@/lib/assets/asset-urls'
import { hexOf } from './hex'
import { loadPicture, readPixels } from './load-picture'
import { Magnifier } from './magnifier'

/** Pixels across the magnifier; odd, so that one is in the middle. */
const magnified = 11

interface EyedropperProps {
  picture: Asset
  /** "#1E6FD9", exactly the stored pixel in sRGB. */
  onPick: (hex: string) => void
}

interface Pixel {
  x: number
  y: number
}

/** A picture on which one pixel is picked, by pointer or by arrow keys and Enter. */
export function Eyedropper({ picture, onPick }: EyedropperProps) {
  const [image, setImage] = useState<HTMLImageElement>()
  const [problem, setProblem] = useState<string>()
  const [at, setAt] = useState<Pixel>({ x: Math.floor(picture.width / 2), y: Math.floor(picture.height / 2) })
  const [isLooking, setIsLooking] = useState(false)
  const frame = useRef<HTMLDivElement>(null)

  useEffect(() => {
    let isGone = false
    // The whole picture: a smaller copy would have other pixels.
    loadPicture(assetUrl(picture.id)).then(
      (loaded) => !isGone && setImage(loaded),
      (error: Error) => !isGone && setProblem(error.message),
    )
    return () => {
      isGone = true
    }
  }, [picture.id])

  const pixels = image && isLooking ? readPixels(image, at, magnified) : undefined
  const colour = pixels && colourInMiddle(pixels)

  function pixelUnder(event: PointerEvent): Pixel {
    const box = frame.current?.getBoundingClientRect()
    if (!box) return at
    return inside(picture, {
      x: Math.floor(((event.clientX - box.left) / box.width) * picture.width),
      y: Math.floor(((event.clientY - box.top) / box.height) * picture.height),
    })
  }

  function pick(pixel: Pixel) {
    const picked = image && readPixels(image, pixel, 1)
    const hex = picked && colourInMiddle(picked)
    if (hex) onPick(hex)
  }

  function onKeyDown(event: KeyboardEvent) {
    const step = event.shiftKey ? 10 : 1
    const by = { ArrowLeft: [-step, 0], ArrowRight: [step, 0], ArrowUp: [0, -step], ArrowDown: [0, step] }[
      event.key
    ]
    if (by) setAt(inside(picture, { x: at.x + (by[0] ?? 0), y: at.y + (by[1] ?? 0) }))
    else if (event.key === 'Enter' || event.key === ' ') pick(at)
    else return
    event.preventDefault()
    setIsLooking(true)
  }

  const place = {
    left: `${((at.x + 0.5) / picture.width) * 100}%`,
    top: `${((at.y + 0.5) / picture.height) * 100}%`,
  }
  return (
    <div>
      <div
        ref={frame}
        role="application"
        tabIndex={0}
        aria-label="Pick a pixel: arrows move, with Shift by ten, Enter picks"
        aria-roledescription="eyedropper"
        aria-busy={!image}
        className="checkerboard relative mx-auto cursor-crosshair touch-none select-none"
        // Its place is there before the picture is: no taller than half the window, never enlarged.
        style={{ width: `min(100%, ${picture.width}px, ${50 * (picture.width / picture.height)}dvh)` }}
        onPointerMove={(event) => {
          setIsLooking(true)
          setAt(pixelUnder(event))
        }}
        onPointerDown={(event) => {
          setIsLooking(true)
          setAt(pixelUnder(event))
          event.currentTarget.setPointerCapture(event.pointerId)
        }}
        // On release, so that a finger can slide to the right place first.
        onPointerUp={(event) => pick(pixelUnder(event))}
        onPointerLeave={() => setIsLooking(document.activeElement === frame.current)}
        onFocus={() => setIsLooking(true)}
        onBlur={() => setIsLooking(false)}
        onKeyDown={onKeyDown}
      >
        <img
          src={variantUrl(picture.id, 1280)}
          alt=""
          draggable={false}
          width={picture.width}
          height={picture.height}
          className="block h-auto w-full"
          style={{ aspectRatio: `${picture.width} / ${picture.height}` }}
        />
        {isLooking && (
          <span
            aria-hidden
            className="pointer-events-none absolute size-4 -translate-1/2 rounded-full border-2 border-panel outline-1 outline-text"
            style={place}
          />
        )}
        {pixels && (
          <Magnifier
            pixels={pixels}
            side={magnified}
            // In the corner that is farthest: it must not hide what is picked.
            className={`${at.x * 2 < picture.width ? 'right-2' : 'left-2'} ${at.y * 2 < picture.height ? 'bottom-2' : 'top-2'}`}
          />
        )}
      </div>
      <p role="status" className="mt-2 min-h-5 text-center text-xs text-muted tabular-nums">
        {problem ??
          (image ? isLooking && `${at.x}, ${at.y}: ${colour ?? 'transparent'}` : 'Loading the picture …')}
      </p>
    </div>
  )
}

function inside({ width, height }: Asset, { x, y }: Pixel): Pixel {
  return { x: Math.min(Math.max(x, 0), width - 1), y: Math.min(Math.max(y, 0), height - 1) }
}

/** Undefined where there is no colour. */
function colourInMiddle(pixels: Uint8ClampedArray): string | undefined {
  const middle = (pixels.length / 4 - 1) / 2
  const [red = 0, green = 0, blue = 0, alpha = 0] = pixels.subarray(middle * 4, middle * 4 + 4)
  return alpha === 0 ? undefined : hexOf(red, green, blue)
}
