import type { Painter } from './painter'
import { largestBrush, stepSize, type PainterSettings } from './painter-settings'

interface PainterKey {
  shown: string
  does: string
  /** Takes more than one key at once, so it stays when single keys are turned off (WCAG 2.1.4). */
  isChord?: boolean
  matches(event: KeyPress): boolean
  run(painter: Painter, event: KeyPress): void
}

type KeyPress = Pick<KeyboardEvent, 'key' | 'code' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey'>

const isPlain = (event: KeyPress) => !event.ctrlKey && !event.metaKey && !event.altKey
const letter = (wanted: string) => (event: KeyPress) =>
  isPlain(event) && !event.shiftKey && event.key.toLowerCase() === wanted
const withControl = (wanted: string, shift: boolean) => (event: KeyPress) =>
  (event.ctrlKey || event.metaKey) &&
  !event.altKey &&
  event.shiftKey === shift &&
  event.key.toLowerCase() === wanted
/** By the sign, wherever it lies on the keyboard (with AltGr too), or else by its place on an American one. */
const bracket = (signs: string, code: string, shift: boolean) => (event: KeyPress) =>
  !event.metaKey &&
  (event.key === signs[shift ? 1 : 0] ||
    (event.code === code && isPlain(event) && event.shiftKey === shift && !'[]{}'.includes(event.key)))

function set(change: Partial<PainterSettings>) {
  return (painter: Painter) => painter.set(change)
}

function size(direction: 1 | -1) {
  return (painter: Painter) => {
    const { settings } = painter.store.get()
    const next = stepSize(settings.size, direction, largestBrush(painter.picture))
    painter.set({ size: next })
    painter.say(`Size ${next} px.`)
  }
}

function hardness(direction: 1 | -1) {
  return (painter: Painter) => {
    const { settings } = painter.store.get()
    const next = Math.min(1, Math.max(0, Math.round(settings.hardness * 10 + direction) / 10))
    painter.set({ hardness: next })
    painter.say(`Hardness ${Math.round(next * 100)} %.`)
  }
}

const views = ['both', 'mask', 'picture'] as const
const viewNames = { both: 'Mask over the picture.', mask: 'Mask alone.', picture: 'Picture alone.' }

export const painterKeys: readonly PainterKey[] = [
  { shown: 'B', does: 'Brush', matches: letter('b'), run: set({ tool: 'brush', erase: false }) },
  { shown: 'E', does: 'Eraser', matches: letter('e'), run: set({ tool: 'brush', erase: true }) },
  { shown: 'R', does: 'Rectangle', matches: letter('r'), run: set({ tool: 'rectangle' }) },
  { shown: 'L', does: 'Lasso', matches: letter('l'), run: set({ tool: 'lasso' }) },
  { shown: 'G', does: 'Fill by colour', matches: letter('g'), run: set({ tool: 'fill' }) },
  { shown: 'H', does: 'Hand: move the picture', matches: letter('h'), run: set({ tool: 'hand' }) },
  {
    shown: 'S',
    does: 'Select the subject: add it, or take it away while erasing',
    matches: letter('s'),
    run: (painter) => void painter.selectSubject(),
  },
  {
    shown: 'X',
    does: 'Swap painting and erasing',
    matches: letter('x'),
    run: (painter) => painter.set({ erase: !painter.store.get().settings.erase }),
  },
  { shown: '[', does: 'Smaller brush', matches: bracket('[{', 'BracketLeft', false), run: size(-1) },
  { shown: ']', does: 'Larger brush', matches: bracket(']}', 'BracketRight', false), run: size(1) },
  { shown: 'Shift [', does: 'Softer', matches: bracket('[{', 'BracketLeft', true), run: hardness(-1) },
  { shown: 'Shift ]', does: 'Harder', matches: bracket(']}', 'BracketRight', true), run: hardness(1) },
  {
    shown: '1 … 0',
    does: 'Opacity 10 % … 100 %',
    matches: (event) => isPlain(event) && /^\d$/.test(event.key),
    run(painter, { key }) {
      const tenths = Number(key) || 10
      painter.set({ opacity: tenths / 10 })
      painter.say(`Opacity ${tenths * 10} %.`)
    },
  },
  { shown: 'I', does: 'Invert', matches: letter('i'), run: (painter) => painter.invert() },
  {
    shown: 'Del',
    does: 'Clear',
    matches: (event) => isPlain(event) && event.key === 'Delete',
    run: (painter) => painter.clear(),
  },
  {
    shown: 'Ctrl Z',
    does: 'Undo',
    isChord: true,
    matches: withControl('z', false),
    run: (painter) => painter.undo(),
  },
  {
    shown: 'Ctrl Shift Z',
    does: 'Do again (also Ctrl Y)',
    isChord: true,
    matches: (event) => withControl('z', true)(event) || withControl('y', false)(event),
    run: (painter) => painter.redo(),
  },
  {
    shown: 'M',
    does: 'Mask over the picture, mask alone, picture alone',
    matches: letter('m'),
    run(painter) {
      const { show } = painter.store.get().settings
      const next = views[(views.indexOf(show) + 1) % views.length] ?? 'both'
      painter.set({ show: next })
      painter.say(viewNames[next])
    },
  },
  {
    shown: '+',
    does: 'Zoom in',
    matches: (event) => isPlain(event) && (event.key === '+' || event.key === '='),
    run: (painter) => painter.zoomBy(1.25),
  },
  {
    shown: '−',
    does: 'Zoom out',
    matches: (event) => isPlain(event) && event.key === '-',
    run: (painter) => painter.zoomBy(0.8),
  },
  { shown: 'F', does: 'Whole picture', matches: letter('f'), run: (painter) => painter.fit() },
]

/** Does what a key is for. Answers whether it was for something. */
export function runPainterKey(painter: Painter, event: KeyPress): boolean {
  const key = painterKeys.find(({ matches }) => matches(event))
  if (!key || (!key.isChord && !painter.store.get().settings.singleKeys)) return false
  key.run(painter, event)
  return true
}

/** Whether keys pressed there are text or numbers being typed. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target instanceof HTMLInputElement)
    return !['range', 'checkbox', 'radio', 'color'].includes(target.type)
  return target.matches('textarea, select, [contenteditable]')
}
