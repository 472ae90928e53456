import type { Rect } from '@/lib/masks/mask'
import type { MaskPyramid } from '@/lib/masks/mask-pyramid'
import type { MaskView, ViewFrame } from './mask-view'

/** How the mask lies over the picture. */
export interface OverlayLook {
  /** `#rrggbb` */
  color: string
  /** How much of the picture the colour hides where it is made anew wholly, from 0 to 1. */
  strength: number
  show: 'both' | 'mask' | 'picture'
}

/**
 * Draws the mask at the screen's own resolution: only what is seen, and of that only the part that has changed. Each
 * device pixel shows the mask's pixel under its middle; made smaller, that of the reduction that fits.
 */
export function createOverlay(canvas: HTMLCanvasElement) {
  const context = canvas.getContext('2d')
  /** Lent to every drawing: a screenful per frame would keep the browser busy tidying up. */
  let image: ImageData | undefined
  let columns = new Int32Array(0)

  return {
    /** The canvas fills the pane pixel for pixel; it is blank afterwards. */
    resize({ pane, pixelRatio }: Pick<ViewFrame, 'pane' | 'pixelRatio'>) {
      canvas.width = Math.max(1, Math.round(pane.width * pixelRatio))
      canvas.height = Math.max(1, Math.round(pane.height * pixelRatio))
      image = undefined
    },

    /** @param part  the pixels of the picture that have changed; everything unless given */
    draw(pyramid: MaskPyramid, view: MaskView, pixelRatio: number, look: OverlayLook, part?: Rect) {
      if (!context) return
      if (!part || look.show === 'picture') context.clearRect(0, 0, canvas.width, canvas.height)
      if (look.show === 'picture') return
      const scale = view.scale * pixelRatio
      const { level, step } = levelFor(pyramid, scale)
      const whole = pyramid.levels[0]!
      // A pixel of the reduction changes with any of those it is made from.
      const box = part ?? { x: 0, y: 0, width: whole.width, height: whole.height }
      const spread = part ? step : 0
      const firstAt = (start: number, origin: number) => Math.ceil(start * scale + origin - 0.5)
      const left = clamp(firstAt(Math.max(0, box.x - spread), view.left * pixelRatio), canvas.width)
      const top = clamp(firstAt(Math.max(0, box.y - spread), view.top * pixelRatio), canvas.height)
      const rightEnd = Math.min(whole.width, box.x + box.width + spread)
      const bottomEnd = Math.min(whole.height, box.y + box.height + spread)
      // A picture thinner than a device pixel is shown as one, and so is its mask.
      const least = (side: number) => (side * scale < 1 ? 1 : 0)
      const lastAt = (end: number, origin: number, first: number, side: number) =>
        Math.max(firstAt(end, origin * pixelRatio), first + least(side))
      const right = clamp(lastAt(rightEnd, view.left, left, whole.width), canvas.width)
      const bottom = clamp(lastAt(bottomEnd, view.top, top, whole.height), canvas.height)
      if (right <= left || bottom <= top) return

      image ??= context.createImageData(canvas.width, canvas.height)
      const pixels = new Uint32Array(image.data.buffer)
      const colors = colorsOf(look)
      if (columns.length < canvas.width) columns = new Int32Array(canvas.width)
      const placeOf = (at: number, origin: number, side: number) =>
        Math.min(side - 1, Math.max(0, Math.floor((at + 0.5 - origin * pixelRatio) / scale / step)))
      for (let x = left; x < right; x++) columns[x] = placeOf(x, view.left, level.width)
      for (let y = top; y < bottom; y++) {
        const row = placeOf(y, view.top, level.height) * level.width
        const out = y * canvas.width
        for (let x = left; x < right; x++) pixels[out + x] = colors[level.data[row + columns[x]!]!]!
      }
      context.putImageData(image, 0, 0, left, top, right - left, bottom - top)
    },
  }
}

export type Overlay = ReturnType<typeof createOverlay>

/** The coarsest reduction whose pixels are no larger than those of the screen. */
function levelFor({ levels }: MaskPyramid, scale: number) {
  const wanted = Math.max(0, Math.floor(Math.log2(1 / scale) + 1e-9))
  const index = Math.min(levels.length - 1, wanted)
  return { level: levels[index]!, step: 2 ** index }
}

/** For each byte of the mask the colour as the canvas keeps it: red in the lowest byte. */
function colorsOf({ color, strength, show }: OverlayLook): Uint32Array {
  const rgb = Number.parseInt(color.slice(1), 16)
  const [red, green, blue] = [(rgb >> 16) & 255, (rgb >> 8) & 255, rgb & 255]
  return Uint32Array.from({ length: 256 }, (_, value) =>
    show === 'mask'
      ? ((255 << 24) | (value << 16) | (value << 8) | value) >>> 0
      : ((Math.round(value * strength) << 24) | (blue << 16) | (green << 8) | red) >>> 0,
  )
}

function clamp(at: number, side: number): number {
  return Math.min(side, Math.max(0, at))
}
