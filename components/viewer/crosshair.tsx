import { useLayoutEffect, useRef } from 'react'
import type { Scene } from './scene'
import { screenPoint } from './zoom-pan'

/** Two lines through the place that the pointer, or a key, looks at: the same place in every pane. */
export function Crosshair({ scene }: { scene: Scene }) {
  const cross = useRef<HTMLDivElement>(null)

  useLayoutEffect(() => {
    function place() {
      const point = scene.probe.get()
      if (!cross.current) return
      cross.current.hidden = !point
      if (!point) return
      const { x, y } = screenPoint(point, scene.zoom.shown(), scene.zoom.pane())
      cross.current.style.transform = `translate(${Math.round(x)}px, ${Math.round(y)}px)`
    }
    place()
    const subscriptions = [scene.zoom.subscribe(place), scene.probe.subscribe(place)]
    return () => subscriptions.forEach((end) => end())
  }, [scene])

  const line = 'absolute bg-white shadow-[0_0_0_1px_rgb(0_0_0/0.5)]'
  return (
    // The lines reach beyond any pane, which cuts them off; they are open in the middle, to show what is there.
    <div ref={cross} aria-hidden className="pointer-events-none absolute top-0 left-0">
      <div className={`${line} top-0 left-2 h-px w-1000`} />
      <div className={`${line} top-0 right-2 h-px w-1000`} />
      <div className={`${line} top-2 left-0 h-1000 w-px`} />
      <div className={`${line} bottom-2 left-0 h-1000 w-px`} />
    </div>
  )
}
