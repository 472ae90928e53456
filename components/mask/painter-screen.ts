import type { Point, Rect } from '@/lib/masks/mask'
import type { MaskPyramid } from '@/lib/masks/mask-pyramid'
import { unite } from '@/lib/masks/rect'
import { createGuides, type Guides } from './guides'
import { fitView, panBy, resized, showing, toPicture, zoomTo, type MaskView, type Size } from './mask-view'
import { createOverlay, type OverlayLook } from './overlay'

/** The elements of the stage, one over the other, all as large as the pane but for the picture. */
export interface StageElements {
  pane: HTMLElement
  picture: HTMLImageElement
  overlay: HTMLCanvasElement
  guides: HTMLCanvasElement
}

interface ScreenOptions {
  picture: Size
  pyramid: MaskPyramid
  look(): OverlayLook
  guides(): Guides
  /** The view has changed: device pixels per pixel of the picture. */
  onView(magnification: number): void
}

/**
 * Keeps the stage up to date, at most once per frame: the picture and the whole overlay when the view changes, and else
 * only the part of the overlay that was painted on.
 */
export function createPainterScreen(elements: StageElements, options: ScreenOptions) {
  const { pane: element, picture: image } = elements
  const overlay = createOverlay(elements.overlay)
  const guides = createGuides(elements.guides)
  let pixelRatio = window.devicePixelRatio || 1
  let pane = sizeOf(element)
  let view: MaskView = fitView(frame())
  let frameRequest = 0
  let all = true
  let part: Rect | undefined

  function frame() {
    return { picture: options.picture, pane, pixelRatio }
  }

  function request() {
    frameRequest ||= requestAnimationFrame(draw)
  }

  function draw() {
    frameRequest = 0
    if (all) placePicture()
    if (all || part) overlay.draw(options.pyramid, view, pixelRatio, options.look(), all ? undefined : part)
    guides.draw(options.guides(), view, pixelRatio)
    all = false
    part = undefined
  }

  function placePicture() {
    const { style } = image
    style.left = `${view.left}px`
    style.top = `${view.top}px`
    style.width = `${options.picture.width * view.scale}px`
    style.height = `${options.picture.height * view.scale}px`
    // Enlarged, the pixels are shown as they are, so that one can see which are meant.
    style.imageRendering = view.scale * pixelRatio >= 2 ? 'pixelated' : 'auto'
  }

  function look(next: MaskView) {
    view = next
    all = true
    options.onView(view.scale * pixelRatio)
    request()
  }

  function measure() {
    const before = pane
    pane = sizeOf(element)
    pixelRatio = window.devicePixelRatio || 1
    for (const canvas of [elements.overlay, elements.guides]) {
      canvas.style.width = `${pane.width}px`
      canvas.style.height = `${pane.height}px`
    }
    overlay.resize({ pane, pixelRatio })
    elements.guides.width = elements.overlay.width
    elements.guides.height = elements.overlay.height
    look(resized(view, before, frame()))
    // At once: a canvas is blank after a change of its size, which would flicker.
    cancelAnimationFrame(frameRequest)
    draw()
  }

  const observer = new ResizeObserver(measure)
  observer.observe(element)
  // Moved to another screen, or the browser's own zoom.
  window.addEventListener('resize', measure)
  measure()

  return {
    /** From CSS pixels on the pane to pixels of the picture. */
    toPicture: (point: Point) => toPicture(view, point),
    /** CSS pixels per pixel of the picture. */
    scale: () => view.scale,
    middle: () => ({ x: pane.width / 2, y: pane.height / 2 }),
    zoomBy: (factor: number, about: Point) => look(zoomTo(view, view.scale * factor, about, frame())),
    /** @param magnification  device pixels per pixel of the picture */
    zoomTo: (magnification: number) =>
      look(zoomTo(view, magnification / pixelRatio, { x: pane.width / 2, y: pane.height / 2 }, frame())),
    panBy: (dx: number, dy: number) => look(panBy(view, dx, dy, frame())),
    fit: () => look(fitView(frame())),
    show(point: Point) {
      const next = showing(view, point, frame())
      if (next !== view) look(next)
    },
    /** The mask has changed there, or its look everywhere. */
    repaint(rect?: Rect) {
      if (rect) part = unite(part, rect)
      else all = true
      request()
    },
    /** Only ring, cursor and outline. */
    redrawGuides: request,
    end() {
      observer.disconnect()
      window.removeEventListener('resize', measure)
      cancelAnimationFrame(frameRequest)
    },
  }
}

export type PainterScreen = ReturnType<typeof createPainterScreen>

function sizeOf(element: HTMLElement): Size {
  return { width: Math.max(1, element.clientWidth), height: Math.max(1, element.clientHeight) }
}
