import { layOver, type Region } from './lay-over'
import type { Mask, Paint, Point, Rect } from './mask'
import { pixelsOf } from './rect'

/** The whole pixels between two opposite corners, both included; undefined where they lie outside the picture. */
export function rectBetween(first: Point, second: Point, picture: Pick<Mask, 'width' | 'height'>) {
  return pixelsOf(
    Math.floor(Math.min(first.x, second.x)),
    Math.floor(Math.min(first.y, second.y)),
    Math.floor(Math.max(first.x, second.x)) + 1,
    Math.floor(Math.max(first.y, second.y)) + 1,
    picture,
  )
}

export function fillRectangle(mask: Mask, rect: Rect, paint: Paint): void {
  layOver(mask, { rect, cover: new Uint8Array(rect.width * rect.height).fill(255) }, paint)
}

/** Lines sampled per row of pixels; along a row the cover is exact. */
const linesPerRow = 8

/**
 * What a closed line of points encloses, by the nonzero rule: a lasso that crosses itself leaves no hole, unless drawn
 * the other way round. Edges are smooth. Undefined for what encloses nothing within the picture.
 */
export function polygonRegion(
  points: readonly Point[],
  picture: Pick<Mask, 'width' | 'height'>,
): Region | undefined {
  if (points.length < 3) return undefined
  const xs = points.map(({ x }) => x)
  const ys = points.map(({ y }) => y)
  const rect = pixelsOf(least(xs), least(ys), most(xs), most(ys), picture)
  if (!rect) return undefined
  const cover = new Uint8Array(rect.width * rect.height)
  const edges = edgesByRow(points, rect)
  /** By how much each pixel is covered more than the one before it. */
  const steps = new Float64Array(rect.width + 2)
  for (let row = 0; row < rect.height; row++) {
    steps.fill(0)
    for (let line = 0; line < linesPerRow; line++)
      for (const [from, to] of spansAt(edges[row]!, rect.y + row + (line + 0.5) / linesPerRow))
        addSpan(steps, from - rect.x, to - rect.x)
    let sum = 0
    for (let x = 0; x < rect.width; x++) {
      sum += steps[x]!
      cover[row * rect.width + x] = Math.round((255 * sum) / linesPerRow)
    }
  }
  return { rect, cover }
}

type Edge = [from: Point, to: Point]

/** For each row of pixels the edges that touch it: a lasso has thousands of short ones. */
function edgesByRow(points: readonly Point[], { y: top, height }: Rect): Edge[][] {
  const rows: Edge[][] = Array.from({ length: height }, () => [])
  points.forEach((from, index) => {
    const to = points[(index + 1) % points.length]!
    const first = Math.max(0, Math.floor(Math.min(from.y, to.y)) - top)
    const last = Math.min(height - 1, Math.floor(Math.max(from.y, to.y)) - top)
    for (let row = first; row <= last; row++) rows[row]!.push([from, to])
  })
  return rows
}

/** The stretches of one line across the polygon that lie inside it. */
function spansAt(edges: readonly Edge[], y: number): [number, number][] {
  const crossings: { x: number; turn: number }[] = []
  for (const [a, b] of edges) {
    if (a.y <= y === b.y <= y) continue
    crossings.push({ x: a.x + ((y - a.y) / (b.y - a.y)) * (b.x - a.x), turn: a.y < b.y ? 1 : -1 })
  }
  crossings.sort((a, b) => a.x - b.x)
  const spans: [number, number][] = []
  let turns = 0
  let start = 0
  for (const { x, turn } of crossings) {
    if (turns === 0) start = x
    turns += turn
    if (turns === 0) spans.push([start, x])
  }
  return spans
}

/** Covers a stretch; the pixels at its ends by their share. */
function addSpan(steps: Float64Array, from: number, to: number): void {
  const width = steps.length - 2
  addStep(steps, Math.min(width, Math.max(0, from)), 1)
  addStep(steps, Math.min(width, Math.max(0, to)), -1)
}

function addStep(steps: Float64Array, at: number, height: number): void {
  const pixel = Math.floor(at)
  const share = at - pixel
  steps[pixel] = steps[pixel]! + height * (1 - share)
  steps[pixel + 1] = steps[pixel + 1]! + height * share
}

/** Not Math.min(...values): a long lasso has more points than a call takes arguments. */
function least(values: number[]): number {
  return values.reduce((a, b) => Math.min(a, b), Infinity)
}

function most(values: number[]): number {
  return values.reduce((a, b) => Math.max(a, b), -Infinity)
}
