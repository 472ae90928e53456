import { rectBetween } from '@/lib/masks/fill-shapes'
import type { Point } from '@/lib/masks/mask'
import type { MaskSession, SessionStroke } from '@/lib/masks/mask-session'
import type { StrokePoint } from '@/lib/masks/stroke'
import type { PainterSettings } from './painter-settings'

interface ToolHandOptions {
  session: MaskSession
  settings(): PainterSettings
  /** Fills by colour from a pixel: its whole coordinates. */
  fill(seed: Point, erase: boolean): void
  /** What was done, as a sentence. */
  onDone(message: string): void
}

type Doing =
  | { tool: 'brush'; stroke: SessionStroke; erase: boolean }
  | { tool: 'rectangle'; from: Point; to: Point; erase: boolean }
  | { tool: 'lasso'; points: Point[]; erase: boolean }
  | { tool: 'fill'; at: Point; erase: boolean }

/** The chosen tool from its start to its end, in pixels of the picture: whoever leads it, pointer or keyboard. */
export function createToolHand({ session, settings, fill, onDone }: ToolHandOptions) {
  let doing: Doing | undefined
  const { mask } = session

  function finishBrush({ stroke, erase }: Doing & { tool: 'brush' }) {
    if (stroke.end()) onDone(erase ? 'Erased.' : 'Painted.')
  }

  function finishRectangle({ from, to, erase }: Doing & { tool: 'rectangle' }) {
    const rect = rectBetween(from, to, mask)
    if (!rect) return onDone('The rectangle lies outside the picture.')
    const changed = session.fillRectangle(rect, { opacity: settings().opacity, erase })
    const name = `Rectangle ${rect.width} × ${rect.height} px`
    onDone(changed ? `${name} ${erase ? 'erased' : 'filled'}.` : `${name}: nothing to change there.`)
  }

  function finishLasso({ points, erase }: Doing & { tool: 'lasso' }) {
    const changed = session.fillPolygon(points, { opacity: settings().opacity, erase })
    onDone(changed ? `Lasso ${erase ? 'erased' : 'filled'}.` : 'The lasso enclosed nothing to change.')
  }

  return {
    isBusy: () => doing !== undefined,

    start(point: StrokePoint, erase: boolean) {
      const { tool, ...brush } = settings()
      if (tool === 'brush') {
        const stroke = session.startStroke({ ...brush, erase })
        stroke.to(point)
        doing = { tool, stroke, erase }
      } else if (tool === 'rectangle') doing = { tool, from: point, to: point, erase }
      else if (tool === 'lasso') doing = { tool, points: [point], erase }
      else if (tool === 'fill') doing = { tool, at: point, erase }
    },

    to(way: readonly StrokePoint[]) {
      const last = way.at(-1)
      if (!doing || !last) return
      if (doing.tool === 'brush') for (const point of way) doing.stroke.to(point)
      else if (doing.tool === 'rectangle') doing.to = last
      else if (doing.tool === 'lasso') doing.points.push(...way)
      else doing.at = last
    },

    finish() {
      const done = doing
      doing = undefined
      if (done?.tool === 'brush') finishBrush(done)
      else if (done?.tool === 'rectangle') finishRectangle(done)
      else if (done?.tool === 'lasso') finishLasso(done)
      else if (done) {
        const x = Math.floor(done.at.x)
        const y = Math.floor(done.at.y)
        const isInside = x >= 0 && y >= 0 && x < mask.width && y < mask.height
        if (isInside) fill({ x, y }, done.erase)
        else onDone('Point at the picture to fill.')
      }
    },

    discard() {
      if (doing?.tool === 'brush') doing.stroke.discard()
      doing = undefined
    },

    /** The line around what a rectangle or a lasso would cover. */
    outline(): readonly Point[] | undefined {
      if (doing?.tool === 'lasso') return doing.points
      const rect = doing?.tool === 'rectangle' ? rectBetween(doing.from, doing.to, mask) : undefined
      if (!rect) return undefined
      const { x, y, width, height } = rect
      return [
        { x, y },
        { x: x + width, y },
        { x: x + width, y: y + height },
        { x, y: y + height },
      ]
    },
  }
}

export type ToolHand = ReturnType<typeof createToolHand>
