import { useSyncExternalStore, type KeyboardEvent } from 'react'
import { unitBox } from './place-frames'
import type { Probe, Scene } from './scene'
import type { Tools } from './viewer-tools'

const directions: Record<string, { x: number; y: number } | undefined> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
}

/** Pixels of the reference that an arrow key moves by, alone and with Shift. */
const step = 1
const stride = 10

/**
 * Moves crosshair and loupe by keys, and says where they are, in pixels of the reference from its top left corner. As
 * there is no role for a place in two directions, it is a slider with a description, as in colour pickers.
 */
export function ProbeHandle({ scene, tools }: { scene: Scene; tools: Tools }) {
  const { probe, reference, zoom } = scene
  const point = useSyncExternalStore(probe.subscribe, probe.get, probe.get)
  if (!tools.crosshair && !tools.loupe) return null
  const { x, y } = pixelAt(scene, point)

  function onKeyDown(event: KeyboardEvent) {
    const direction = directions[event.key]
    if (!direction || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    event.stopPropagation()
    const box = unitBox(reference)
    const pixels = event.shiftKey ? stride : step
    const from = probe.get() ?? { x: 0, y: 0 }
    const next = {
      x: limit(from.x + (direction.x * pixels * box.width) / reference.width, box.width / 2),
      y: limit(from.y + (direction.y * pixels * box.height) / reference.height, box.height / 2),
      touched: false,
    }
    probe.set(next)
    zoom.reveal(next)
  }

  const name = tools.crosshair ? 'Crosshair' : 'Loupe'
  return (
    <div
      role="slider"
      tabIndex={0}
      data-probe
      aria-label={name}
      aria-roledescription="place in two directions"
      aria-valuemin={0}
      aria-valuemax={reference.width - 1}
      aria-valuenow={x}
      aria-valuetext={`${x} px from the left, ${y} px from the top`}
      title="Arrows move it by a pixel of the input, with Shift by ten"
      onKeyDown={onKeyDown}
      className="absolute bottom-2 left-2 rounded bg-black/75 px-2 py-0.5 text-xs text-white tabular-nums outline-offset-1"
    >
      {x}, {y} px
    </div>
  )
}

/** The pixel of the reference under the probe; of its middle while there is none. */
function pixelAt({ reference }: Scene, point: Probe | undefined): { x: number; y: number } {
  const box = unitBox(reference)
  const inPixels = (along: number, side: number, pixels: number) =>
    Math.min(Math.max(Math.floor((along / side + 0.5) * pixels), 0), pixels - 1)
  return {
    x: inPixels(point?.x ?? 0, box.width, reference.width),
    y: inPixels(point?.y ?? 0, box.height, reference.height),
  }
}

function limit(value: number, most: number): number {
  return Math.min(Math.max(value, -most), most)
}
