import { fillRectangle, polygonRegion } from './fill-shapes'
import { layOver, type Region } from './lay-over'
import { wholeOf, type Mask, type Paint, type Point, type Rect } from './mask'
import { createMaskHistory, type Change } from './mask-history'
import { createMaskPyramid, type MaskPyramid } from './mask-pyramid'
import { tilesUnder } from './tiles'
import { startStroke, type Brush, type StrokePoint } from './stroke'

/** A stroke under way; one at a time. */
export interface SessionStroke {
  to(point: StrokePoint): void
  /** Makes it a step; undefined if it changed nothing. */
  end(): Change | undefined
  /** As if it had never begun. */
  discard(): void
}

/**
 * A mask being worked on: every operation is a step that can be undone. Operations answer what they changed, and
 * undefined if that was nothing.
 */
export interface MaskSession {
  /** Not to be written to but through the session. */
  readonly mask: Mask
  readonly pyramid: MaskPyramid
  readonly history: Pick<
    ReturnType<typeof createMaskHistory>,
    'state' | 'canUndo' | 'canRedo' | 'bytes' | 'steps'
  >
  startStroke(brush: Brush): SessionStroke
  fillRectangle(rect: Rect, paint: Paint): Change | undefined
  fillPolygon(points: readonly Point[], paint: Paint): Change | undefined
  /** @param name  of the step; "Fill" if not said */
  fillRegion(region: Region, paint: Paint, name?: string): Change | undefined
  invert(): Change | undefined
  clear(): Change | undefined
  /** Takes over another mask's bytes, as many as this one's. `name` is the step's. */
  replace(data: Uint8Array, name: string): Change | undefined
  undo(): Change | undefined
  redo(): Change | undefined
}

/** @param onChange  called with the pixels that may look different, whenever there are some */
export function createMaskSession(mask: Mask, onChange: (rect: Rect) => void = () => {}): MaskSession {
  const history = createMaskHistory(mask)
  const pyramid = createMaskPyramid(mask)
  const cover = new Uint8Array(mask.data.length)
  const whole = wholeOf(mask)

  function show(rect: Rect) {
    pyramid.update(rect)
    onChange(rect)
  }

  function commit(name: string, touched: Rect): Change | undefined {
    show(touched)
    return history.commit(name, tilesUnder(touched, mask))
  }

  function shown(change: Change | undefined): Change | undefined {
    if (change) show(change.rect)
    return change
  }

  function fillRegion(name: string, region: Region, paint: Paint) {
    layOver(mask, region, paint)
    return commit(name, region.rect)
  }

  return {
    mask,
    pyramid,
    history,

    startStroke(brush) {
      const stroke = startStroke(mask, history.before, cover, brush)
      return {
        to(point) {
          const rect = stroke.to(point)
          if (rect) show(rect)
        },
        end() {
          return history.commit(brush.erase ? 'Eraser' : 'Brush', stroke.end())
        },
        discard() {
          const tiles = stroke.end()
          history.revert(tiles)
          tiles.forEach(show)
        },
      }
    },

    fillRectangle(rect, paint) {
      fillRectangle(mask, rect, paint)
      return commit('Rectangle', rect)
    },

    fillPolygon(points, paint) {
      const region = polygonRegion(points, mask)
      return region && fillRegion('Lasso', region, paint)
    },

    fillRegion: (region, paint, name = 'Fill') => fillRegion(name, region, paint),

    invert() {
      for (let i = 0; i < mask.data.length; i++) mask.data[i] = 255 - mask.data[i]!
      return commit('Invert', whole)
    },

    clear() {
      mask.data.fill(0)
      return commit('Clear', whole)
    },

    replace(data, name) {
      mask.data.set(data)
      return commit(name, whole)
    },

    undo: () => shown(history.undo()),
    redo: () => shown(history.redo()),
  }
}
