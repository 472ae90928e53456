import { useLayoutEffect, useRef } from 'react'
import { assetUrl } from '@/lib/assets/asset-urls'
import type { Frame } from './frame'
import { boxInLens, isWithin, lensScale, placeLens } from './lens-place'
import type { Scene } from './scene'
import { screenPoint } from './zoom-pan'

/** A lens on each of the pictures of one pane, at the place that the pointer, or a key, looks at. */
export function Loupe({ scene, frames }: { scene: Scene; frames: readonly Frame[] }) {
  return frames.map((frame, slot) => (
    <LensOn key={slot} scene={scene} frame={frame} slot={slot} slots={frames.length} />
  ))
}

function LensOn({ scene, frame, slot, slots }: { scene: Scene; frame: Frame; slot: number; slots: number }) {
  const lens = useRef<HTMLDivElement>(null)
  const image = useRef<HTMLImageElement>(null)

  useLayoutEffect(() => {
    const { zoom, probe, power } = scene
    function place() {
      const point = probe.get()
      if (!lens.current || !image.current) return
      const world = scene.worldBoxOf(frame)
      lens.current.hidden = !point || !isWithin(point, world)
      if (!point || lens.current.hidden) return
      const view = zoom.shown()
      const at = screenPoint(point, view, zoom.pane())
      const { size, left, top } = placeLens(at, zoom.pane(), { touched: point.touched, slot, slots })
      lens.current.style.width = lens.current.style.height = `${size}px`
      lens.current.style.transform = `translate(${left}px, ${top}px)`
      const scale = lensScale(power.get(), zoom.actual(), view.scale)
      const box = boxInLens(world, point, scale, size)
      image.current.style.width = `${box.width}px`
      image.current.style.height = `${box.height}px`
      image.current.style.transform = `translate(${box.left}px, ${box.top}px)`
    }
    place()
    const subscriptions = [zoom.subscribe(place), probe.subscribe(place), power.subscribe(place)]
    return () => subscriptions.forEach((end) => end())
  }, [scene, frame, slot, slots])

  return (
    <div
      ref={lens}
      aria-hidden
      data-lens
      className="pointer-events-none absolute top-0 left-0 overflow-hidden rounded-md bg-raised"
    >
      <img
        ref={image}
        // Its full size: a prepared copy has lost what a loupe is for.
        src={assetUrl(frame.assetId)}
        alt=""
        decoding="async"
        draggable={false}
        className="absolute top-0 left-0 max-w-none checkerboard [image-rendering:pixelated]"
      />
      <div className="absolute inset-0 rounded-md shadow-[inset_0_0_0_2px_white,inset_0_0_0_3px_black]" />
      <span className="absolute bottom-1 left-1 max-w-[calc(100%-0.5rem)] truncate rounded bg-black/75 px-1 text-[0.6875rem] text-white">
        {slots > 1 && frame.label}
      </span>
    </div>
  )
}
