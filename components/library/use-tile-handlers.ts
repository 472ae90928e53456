'use client'
import { useEffect, useState, type MouseEvent, type PointerEvent } from 'react'

/** How long a finger stays on a tile to select it. */
const longPressMs = 500
/** A finger that moves further scrolls. */
const mostMove = 10

export interface TileHandlers {
  link: {
    onClick(event: MouseEvent<HTMLElement>): void
    onPointerDown(event: PointerEvent<HTMLElement>): void
    onPointerMove(event: PointerEvent<HTMLElement>): void
    onPointerUp(): void
    onPointerCancel(): void
    onContextMenu(event: MouseEvent): void
    onFocus(event: { currentTarget: HTMLElement }): void
  }
  mark: { onClick(event: MouseEvent<HTMLElement>): void }
}

interface Wishes {
  isSelecting: boolean
  toggle(index: number): void
  selectTo(index: number): void
  focused(index: number): void
}

/** What pressing a tile does; the same functions for all tiles while the page lives, so that none is drawn anew. */
export function useTileHandlers(wishes: Wishes): TileHandlers {
  const [{ handlers, follow }] = useState(makeHandlers)
  useEffect(() => follow(wishes))
  return handlers
}

function makeHandlers(): { handlers: TileHandlers; follow(wishes: Wishes): void } {
  let wishes: Wishes = { isSelecting: false, toggle() {}, selectTo() {}, focused() {} }
  let press: { timer: ReturnType<typeof setTimeout>; x: number; y: number } | undefined
  let isTouch = false
  let wasLong = false

  function release() {
    clearTimeout(press?.timer)
    press = undefined
  }

  const handlers: TileHandlers = {
    link: {
      onClick(event) {
        const index = indexOf(event.currentTarget)
        const { isSelecting, toggle, selectTo } = wishes
        // The end of a long press is a click too.
        if (wasLong) event.preventDefault()
        else if (isSelecting && event.shiftKey) {
          event.preventDefault()
          selectTo(index)
        } else if (isSelecting && !event.ctrlKey && !event.metaKey && event.detail > 0) {
          event.preventDefault()
          toggle(index)
        }
        wasLong = false
      },
      onPointerDown(event) {
        release()
        wasLong = false
        isTouch = event.pointerType === 'touch'
        if (!isTouch) return
        const index = indexOf(event.currentTarget)
        const timer = setTimeout(() => {
          press = undefined
          wasLong = true
          wishes.toggle(index)
        }, longPressMs)
        press = { timer, x: event.clientX, y: event.clientY }
      },
      onPointerMove(event) {
        if (press && Math.hypot(event.clientX - press.x, event.clientY - press.y) > mostMove) release()
      },
      onPointerUp: release,
      onPointerCancel: release,
      onContextMenu(event) {
        if (isTouch) event.preventDefault()
      },
      onFocus: (event) => wishes.focused(indexOf(event.currentTarget)),
    },
    mark: {
      onClick(event) {
        const index = indexOf(event.currentTarget)
        const { toggle, selectTo } = wishes
        if (event.shiftKey) selectTo(index)
        else toggle(index)
      },
    },
  }
  return {
    handlers,
    follow(next) {
      wishes = next
    },
  }
}

function indexOf(element: HTMLElement): number {
  return Number(element.closest<HTMLElement>('[data-index]')?.dataset.index)
}
