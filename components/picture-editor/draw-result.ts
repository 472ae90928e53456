import { inOrder, scaled } from '@/lib/picture-edits/affine'
import type { PictureEdits } from '@/lib/picture-edits/picture-edits'
import type { EditPlan } from '@/lib/picture-edits/plan-edits'

interface Box {
  left: number
  top: number
  width: number
  height: number
}

/** Draws the edited picture over the whole of a canvas, from a copy of any size. A preview: not to the pixel. */
export function drawResult(
  canvas: HTMLCanvasElement,
  copy: HTMLImageElement,
  { picture, resized, output, origin, toOutput }: EditPlan,
  { extend }: PictureEdits,
): void {
  const context = canvas.getContext('2d')
  if (!context) return
  const across = canvas.width / output.width
  const down = canvas.height / output.height
  const inner: Box = {
    left: Math.round(origin.x * across),
    top: Math.round(origin.y * down),
    width: Math.max(1, Math.round(resized.width * across)),
    height: Math.max(1, Math.round(resized.height * down)),
  }
  context.clearRect(0, 0, canvas.width, canvas.height)
  if (extend?.fill.startsWith('#')) {
    context.fillStyle = extend.fill
    context.fillRect(0, 0, canvas.width, canvas.height)
    context.clearRect(inner.left, inner.top, inner.width, inner.height)
  }
  context.save()
  context.beginPath()
  context.rect(inner.left, inner.top, inner.width, inner.height)
  context.clip()
  context.setTransform(...inOrder(toOutput, scaled(across, down)))
  context.imageSmoothingQuality = 'high'
  context.drawImage(copy, 0, 0, picture.width, picture.height)
  context.restore()
  if (extend?.fill === 'edge') drawEdges(context, inner)
  if (extend?.fill === 'mirror') drawMirrored(context, inner)
}

/** Strips of one pixel, drawn out to the canvas's border. */
function drawEdges(context: CanvasRenderingContext2D, { left, top, width, height }: Box): void {
  const { canvas } = context
  const right = left + width
  const bottom = top + height
  context.imageSmoothingEnabled = false
  if (left > 0) context.drawImage(canvas, left, top, 1, height, 0, top, left, height)
  if (right < canvas.width)
    context.drawImage(canvas, right - 1, top, 1, height, right, top, canvas.width - right, height)
  if (top > 0) context.drawImage(canvas, 0, top, canvas.width, 1, 0, 0, canvas.width, top)
  if (bottom < canvas.height)
    context.drawImage(canvas, 0, bottom - 1, canvas.width, 1, 0, bottom, canvas.width, canvas.height - bottom)
}

/** Tiles around the picture, every other one turned over. */
function drawMirrored(context: CanvasRenderingContext2D, { left, top, width, height }: Box): void {
  const { canvas } = context
  const tile = document.createElement('canvas')
  tile.width = width
  tile.height = height
  tile.getContext('2d')?.drawImage(canvas, left, top, width, height, 0, 0, width, height)
  const columns = [-Math.ceil(left / width), Math.ceil((canvas.width - left) / width)] as const
  const rows = [-Math.ceil(top / height), Math.ceil((canvas.height - top) / height)] as const
  for (let row = rows[0]; row < rows[1]; row++)
    for (let column = columns[0]; column < columns[1]; column++) {
      if (row === 0 && column === 0) continue
      const flipX = column % 2 !== 0
      const flipY = row % 2 !== 0
      const x = left + (column + (flipX ? 1 : 0)) * width
      const y = top + (row + (flipY ? 1 : 0)) * height
      context.setTransform(flipX ? -1 : 1, 0, 0, flipY ? -1 : 1, x, y)
      context.drawImage(tile, 0, 0)
    }
  context.resetTransform()
}
