import type { KeyboardEvent } from 'react'
import { toggleHelp } from '@/components/ui/toggle-help'
import { actionOf, isLeftToControl, panOf, takesKeys, type ViewerAction } from './viewer-keys'
import type { Zoom } from './zoom'

/** Of the pane, for one press of an arrow. */
const panShare = 0.15

/** Keys, where the control in the focus has no use for them. */
export function viewerKeyDown(zoom: Zoom, perform: (action: ViewerAction, number?: number) => boolean) {
  return (event: KeyboardEvent<HTMLElement>) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return
    const takes = takesKeys(event.target as Element)
    if (event.key !== 'Escape' && isLeftToControl(event.key, takes)) return
    const direction = panOf(event)
    if (direction) {
      if (!zoom.shown().movable) return
      const { width, height } = zoom.pane()
      zoom.panBy({ x: direction.x * width * panShare, y: direction.y * height * panShare })
      event.preventDefault()
      return
    }
    if (event.key === '?' && toggleHelp(event.currentTarget)) return event.preventDefault()
    const action = actionOf(event.key)
    if (!action || !perform(action, Number(event.key))) return
    event.preventDefault()
    // Who called it by a key moves it by keys.
    if (action === 'loupe' || action === 'crosshair')
      event.currentTarget.querySelector<HTMLElement>('[data-probe]')?.focus({ preventScroll: true })
  }
}
