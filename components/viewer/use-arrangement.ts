import { useDeferredValue, useMemo, useState } from 'react'
import { arrange, otherOf, walkTo, withHidden, type Arrangement, type Choice } from './arrangement'
import type { Frame } from './frame'
import type { Layout } from './layout'
import { useSameFrames } from './use-same-frames'

export interface ArrangementProps {
  /** Everything that can be shown, in the order of the strip; at least one. The strip appears from three on. */
  frames: readonly Frame[]
  /** Id of the frame to compare with; without it, or where it is the same as `after`, there is no divider. */
  before?: string
  /** Id of the frame shown as the result. */
  after: string
  /** How it begins. */
  layout?: Layout
  onAfterChange?: (id: string) => void
  onBeforeChange?: (id: string) => void
}

/** What is shown, and the ways to change it. Frames that come or go change nothing of what the person chose. */
export function useArrangement(props: ArrangementProps) {
  const { onAfterChange, onBeforeChange } = props
  const frames = useSameFrames(props.frames)
  const [choice, setChoice] = useState<Choice>({
    layout: props.layout ?? 'slider',
    solo: false,
    flipped: false,
    hidden: new Set(),
  })
  // Holds only under the after picture it was made under: where that is changed from outside, it is the current one.
  const [walked, setWalked] = useState<{ id: string; under: string }>()

  const after = frames.find(({ id }) => id === props.after) ?? frames[0]
  if (!after) throw new Error('Viewer needs at least one frame.')
  const before = frames.find(({ id }) => id === props.before && id !== after.id)
  const current = (walked?.under === after.id && frames.find(({ id }) => id === walked.id)) || after
  const arrangement = useMemo(
    () => arrange(choice, frames, { before, after, current }),
    [choice, frames, before, after, current],
  )
  const wanted = useMemo(() => drawnOf(frames, arrangement, choice), [frames, arrangement, choice])
  // Another layout of 64 pictures takes a moment; the key or button that asked for it is answered at once.
  const settled = useDeferredValue(wanted)

  /** Makes it the current picture, and the after picture where it may be. */
  function choose(frame: Frame) {
    const becomesAfter = onAfterChange !== undefined && frame !== before
    setWalked({ id: frame.id, under: becomesAfter ? frame.id : after!.id })
    setChoice((now) => ({ ...now, flipped: false }))
    if (becomesAfter && frame !== after) onAfterChange(frame.id)
  }

  return {
    frames,
    choice,
    ...arrangement,
    /** What is to be drawn, which while another layout is being made is still the last one. */
    drawn: isSoonDrawn(settled, wanted) ? wanted : settled,
    insteadOf: wanted.insteadOf,
    choose,
    /** Goes so many pictures on, and answers where that leads. */
    walkBy(step: number, wraps: boolean): Frame | undefined {
      const next = walkTo(arrangement, step, wraps)
      if (next) choose(next)
      return next
    },
    /** Goes on without choosing: what plays by itself must not change what others show of the chosen one. */
    playOn() {
      const next = walkTo(arrangement, 1, true)
      if (next) setWalked({ id: next.id, under: after.id })
    },
    setLayout: (layout: Layout) => setChoice((now) => ({ ...now, layout, solo: false, flipped: false })),
    setSolo: (solo: boolean) => setChoice((now) => ({ ...now, solo, flipped: false })),
    flip: () => setChoice((now) => ({ ...now, flipped: !now.flipped })),
    toggleShown: (id: string) => setChoice((now) => ({ ...now, hidden: withHidden(now.hidden, id, frames) })),
    showAll: () => setChoice((now) => ({ ...now, hidden: new Set<string>() })),
    canSwap: before !== undefined && onAfterChange !== undefined && onBeforeChange !== undefined,
    swap() {
      if (!before) return
      onBeforeChange?.(after.id)
      onAfterChange?.(before.id)
      setChoice((now) => ({ ...now, flipped: false }))
    },
  }
}

export type ArrangementState = ReturnType<typeof useArrangement>

/** What the layouts draw; the same object for as long as they need not draw anew. */
export interface DrawnArrangement extends Arrangement {
  flipped: boolean
  /** How many frames are left out of the grid. */
  hiddenCount: number
  /** What stands before a frame's name. */
  captionOf: (frame: Frame) => string | undefined
  /** What stands in a frame's place, if anything does. */
  insteadOf: (frame: Frame) => Frame | undefined
}

function drawnOf(
  frames: readonly Frame[],
  arrangement: Arrangement,
  { flipped, hidden }: Choice,
): DrawnArrangement {
  return {
    ...arrangement,
    flipped,
    hiddenCount: hidden.size,
    captionOf: captionsOf(frames, arrangement),
    insteadOf: (frame) => (flipped ? otherOf(arrangement, frame) : undefined),
  }
}

/** Whether going from one to the other changes a few pictures and not the whole layout. */
function isSoonDrawn(from: DrawnArrangement, to: DrawnArrangement): boolean {
  return from.kind === to.kind && (to.kind !== 'grid' || from.shown.length === to.shown.length)
}

/** What stands before a frame's name on its pane: what it is, or its number. A lone picture needs neither. */
function captionsOf(
  frames: readonly Frame[],
  { before, after }: Arrangement,
): (frame: Frame) => string | undefined {
  return (frame) => {
    if (frames.length === 1) return undefined
    if (frame === before) return 'Before'
    return before && frame === after && frames.length === 2 ? 'After' : String(frames.indexOf(frame) + 1)
  }
}
