import type { Point } from '@/lib/masks/mask'
import type { Size } from './mask-view'
import type { PainterSettings } from './painter-settings'
import type { ToolHand } from './tool-hand'

interface KeyboardHandOptions {
  picture: Size
  hand: ToolHand
  settings(): PainterSettings
  /** CSS pixels per pixel of the picture. */
  scale(): number
  /** Where the cursor comes up: a place that is seen. */
  start(): Point
  /** The cursor has moved: it should be seen. */
  onMove(cursor: Point): void
  /** Whether there may be painted now. */
  mayPaint(): boolean
  say(message: string): void
}

const directions: Record<string, Point> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
}

/** About so many CSS pixels per press of an arrow, so that the steps get finer with the zoom. */
const step = 8
const bigStep = 48

/** Painting with the keyboard alone: a cursor on whole pixels, moved by the arrows; Enter begins and ends. */
export function createKeyboardHand(options: KeyboardHandOptions) {
  const { picture, hand } = options
  let cursor: Point | undefined

  const clamped = ({ x, y }: Point): Point => ({
    x: Math.min(picture.width - 1, Math.max(0, Math.round(x))),
    y: Math.min(picture.height - 1, Math.max(0, Math.round(y))),
  })
  /** Strokes go through the middles of the pixels. */
  const middle = ({ x, y }: Point) => ({ x: x + 0.5, y: y + 0.5, pressure: 1 })

  function moveTo(next: Point) {
    cursor = clamped(next)
    if (hand.isBusy()) hand.to([middle(cursor)])
    options.onMove(cursor)
    options.say(placeText(cursor))
  }

  function placeText({ x, y }: Point): string {
    const [first, , last] = hand.outline() ?? []
    const size = options.settings().tool === 'rectangle' && first && last
    return size ? `${last.x - first.x} × ${last.y - first.y} px` : `${x}, ${y}`
  }

  return {
    cursor: () => cursor && middle(cursor),
    hide() {
      cursor = undefined
    },

    /** Whether the key was one of the cursor's. */
    move(event: Pick<KeyboardEvent, 'key' | 'shiftKey' | 'altKey'>): boolean {
      const direction = directions[event.key]
      const from = cursor ?? clamped(options.start())
      if (direction && !cursor) moveTo(from)
      else if (direction) {
        const pixels = event.altKey ? 1 : (event.shiftKey ? bigStep : step) / options.scale()
        const length = Math.max(1, Math.round(pixels))
        moveTo({ x: from.x + direction.x * length, y: from.y + direction.y * length })
      } else if (event.key === 'Home') moveTo({ x: 0, y: from.y })
      else if (event.key === 'End') moveTo({ x: picture.width, y: from.y })
      else if (event.key === 'PageUp') moveTo({ x: from.x, y: 0 })
      else if (event.key === 'PageDown') moveTo({ x: from.x, y: picture.height })
      else return false
      return true
    },

    /** Enter or the space bar: begins at the cursor, or ends. */
    act() {
      if (hand.isBusy()) return hand.finish()
      if (!cursor) return moveTo(options.start())
      if (!options.mayPaint()) return
      const { tool, erase } = options.settings()
      if (tool === 'hand') return options.say('Choose a tool first: this one only moves the picture.')
      hand.start(middle(cursor), erase)
      if (tool === 'fill') hand.finish()
      else options.say(`${beginnings[tool]} Move with the arrows, Enter ends, Esc gives up.`)
    },
  }
}

const beginnings = {
  brush: 'The brush is down.',
  rectangle: 'First corner set.',
  lasso: 'The lasso has begun.',
}
