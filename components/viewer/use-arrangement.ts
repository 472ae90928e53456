import { useState } from 'react'
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
  const arrangement = arrange(choice, frames, { before, after, current })

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
    captionOf: captionsOf(frames, arrangement),
    ...arrangement,
    /** What stands in a frame's place, if anything does. */
    insteadOf: (frame: Frame) => (choice.flipped ? otherOf(arrangement, frame) : undefined),
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
