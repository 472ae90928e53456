import type { Size } from './mask-view'
import type { OverlayLook } from './overlay'

export const tools = ['brush', 'rectangle', 'lasso', 'fill', 'hand'] as const
export type Tool = (typeof tools)[number]

/** What the person has set. Lengths are pixels of the picture, shares from 0 to 1. */
export interface PainterSettings extends OverlayLook {
  tool: Tool
  /** The tool takes away instead of painting; a brush that does is the eraser. */
  erase: boolean
  size: number
  hardness: number
  opacity: number
  pressure: 'size' | 'opacity' | 'none'
  /** Of the fill: 0 to 255. */
  tolerance: number
  contiguous: boolean
  smoothEdge: boolean
  /** Fingers paint even though a pen has been seen. */
  fingersPaint: boolean
  /** Single letters and digits are shortcuts. */
  singleKeys: boolean
}

/** What stays from one mask to the next; the size goes with the picture. */
type KeptSettings = Omit<PainterSettings, 'tool' | 'erase' | 'size' | 'show' | 'fingersPaint'>

const startKept: KeptSettings = {
  hardness: 0.8,
  opacity: 1,
  pressure: 'size',
  tolerance: 32,
  contiguous: true,
  smoothEdge: true,
  color: '#ff2d6f',
  strength: 0.6,
  singleKeys: true,
}

const storageKey = 'diptych.mask-painter'

export function startSettings(picture: Size, storage?: Pick<Storage, 'getItem'>): PainterSettings {
  const longest = Math.max(picture.width, picture.height)
  return {
    ...startKept,
    ...readKept(storage),
    tool: 'brush',
    erase: false,
    show: 'both',
    fingersPaint: false,
    size: Math.max(4, Math.round(longest / 20)),
  }
}

export function keepSettings(settings: PainterSettings, storage: Pick<Storage, 'setItem'>): void {
  const names = Object.keys(startKept) as (keyof KeptSettings)[]
  try {
    storage.setItem(
      storageKey,
      JSON.stringify(Object.fromEntries(names.map((name) => [name, settings[name]]))),
    )
  } catch {
    // Private windows and full disks: the settings then last as long as the page.
  }
}

/** Only what still has the form it should have. */
function readKept(storage?: Pick<Storage, 'getItem'>): Partial<KeptSettings> {
  try {
    const found: unknown = JSON.parse(storage?.getItem(storageKey) ?? '{}')
    if (typeof found !== 'object' || found === null) return {}
    const entries = Object.entries(found).filter(([name, value]) => isValid(name, value))
    return Object.fromEntries(entries) as Partial<KeptSettings>
  } catch {
    return {}
  }
}

function isValid(name: string, value: unknown): boolean {
  if (!(name in startKept)) return false
  if (name === 'color') return typeof value === 'string' && /^#[0-9a-f]{6}$/i.test(value)
  if (name === 'pressure') return value === 'size' || value === 'opacity' || value === 'none'
  if (typeof value === 'number') return value >= 0 && value <= (name === 'tolerance' ? 255 : 1)
  return typeof value === typeof startKept[name as keyof KeptSettings]
}

/** The largest brush, in pixels: a third of the longer side, and never more than a hand can wait for. */
export function largestBrush({ width, height }: Size): number {
  return Math.min(1000, Math.max(50, Math.round(Math.max(width, height) / 3)))
}

/** The next size with [ or ]: by a fifth, and by whole pixels. */
export function stepSize(size: number, direction: 1 | -1, largest: number): number {
  const step = Math.max(1, Math.round(size * (direction > 0 ? 0.2 : 1 / 6)))
  return Math.min(largest, Math.max(1, size + direction * step))
}
