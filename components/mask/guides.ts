import type { Point } from '@/lib/masks/mask'
import { toScreen, type MaskView } from './mask-view'

/** What lies over picture and mask while working; all in pixels of the picture. */
export interface Guides {
  /** The brush under the pointer. */
  ring?: { at: Point; size: number }
  /** The keyboard's place. */
  cursor?: Point
  /** A rectangle or a lasso that is being drawn. */
  outline?: readonly Point[]
}

/** Draws lines that are seen on any ground: white with a dark rim. */
export function createGuides(canvas: HTMLCanvasElement) {
  const context = canvas.getContext('2d')

  function stroke(path: Path2D, dashed = false) {
    if (!context) return
    context.lineJoin = 'round'
    context.setLineDash([])
    context.strokeStyle = 'rgb(0 0 0 / 0.75)'
    context.lineWidth = 3
    context.stroke(path)
    context.setLineDash(dashed ? [6, 4] : [])
    context.strokeStyle = '#fff'
    context.lineWidth = 1.25
    context.stroke(path)
  }

  return {
    draw({ ring, cursor, outline }: Guides, view: MaskView, pixelRatio: number) {
      if (!context) return
      context.setTransform(1, 0, 0, 1, 0, 0)
      context.clearRect(0, 0, canvas.width, canvas.height)
      context.setTransform(pixelRatio, 0, 0, pixelRatio, 0, 0)
      if (outline) stroke(pathThrough(outline.map((point) => toScreen(view, point))), true)
      if (ring) stroke(circle(toScreen(view, ring.at), Math.max(1.5, (ring.size / 2) * view.scale)))
      if (cursor) stroke(cross(toScreen(view, cursor)))
    },
  }
}

function pathThrough(points: Point[]): Path2D {
  const path = new Path2D()
  points.forEach(({ x, y }, index) => (index === 0 ? path.moveTo(x, y) : path.lineTo(x, y)))
  path.closePath()
  return path
}

function circle({ x, y }: Point, radius: number): Path2D {
  const path = new Path2D()
  path.arc(x, y, radius, 0, 2 * Math.PI)
  return path
}

/** Open in the middle, so that the pixel meant can be seen. */
function cross({ x, y }: Point): Path2D {
  const path = new Path2D()
  for (const [dx, dy] of [
    [1, 0],
    [-1, 0],
    [0, 1],
    [0, -1],
  ] as const) {
    path.moveTo(x + dx * 4, y + dy * 4)
    path.lineTo(x + dx * 14, y + dy * 14)
  }
  return path
}
