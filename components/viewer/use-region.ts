import { useLayoutEffect, type RefObject } from 'react'
import { regionOf, type Scene } from './scene'

/** Tells the styles within an element where on a pane the pictures begin and end, and where the divider is. */
export function useRegion(element: RefObject<HTMLElement | null>, scene: Scene): void {
  useLayoutEffect(() => {
    function write() {
      const { left, right } = regionOf(scene)
      element.current?.style.setProperty('--region-left', `${left}px`)
      element.current?.style.setProperty('--region-right', `${right}px`)
      element.current?.style.setProperty('--divider', `${scene.divider.get() / 100}`)
    }
    write()
    const subscriptions = [scene.zoom.subscribe(write), scene.divider.subscribe(write)]
    return () => subscriptions.forEach((end) => end())
  }, [element, scene])
}
