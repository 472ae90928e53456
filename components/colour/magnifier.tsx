'use client'
import { useEffect, useRef } from 'react'
import { classNames } from '@/components/ui/class-names'

interface MagnifierProps {
  /** RGBA, `side` by `side`. */
  pixels: Uint8ClampedArray
  side: number
  className: string
}

/** Pixels as squares, the middle one framed. */
export function Magnifier({ pixels, side, className }: MagnifierProps) {
  const canvas = useRef<HTMLCanvasElement>(null)

  useEffect(() => {
    const image = new ImageData(side, side)
    image.data.set(pixels)
    canvas.current?.getContext('2d')?.putImageData(image, 0, 0)
  }, [pixels, side])

  const share = `${100 / side}%`
  const start = `${(100 * (side - 1)) / 2 / side}%`
  return (
    <div
      aria-hidden
      className={classNames(
        'checkerboard pointer-events-none absolute size-28 overflow-hidden rounded-md border-2 border-panel shadow-lg outline-1 outline-line-strong',
        className,
      )}
    >
      <canvas
        ref={canvas}
        width={side}
        height={side}
        className="size-full"
        style={{ imageRendering: 'pixelated' }}
      />
      <span
        className="absolute border border-panel outline-1 outline-text"
        style={{ left: start, top: start, width: share, height: share }}
      />
    </div>
  )
}
