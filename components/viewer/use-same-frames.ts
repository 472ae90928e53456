import { useState } from 'react'
import type { Frame } from './frame'

/** The frames, as the same objects for as long as nothing in them has changed: whoever made them anew renders nothing. */
export function useSameFrames(frames: readonly Frame[]): readonly Frame[] {
  const [known, setKnown] = useState(frames)
  const same = keepSame(known, frames)
  if (same !== known) setKnown(same)
  return same
}

export function keepSame(known: readonly Frame[], frames: readonly Frame[]): readonly Frame[] {
  if (known === frames) return known
  const byId = new Map(known.map((frame) => [frame.id, frame]))
  const kept = frames.map((frame) => {
    const before = byId.get(frame.id)
    return before && JSON.stringify(before) === JSON.stringify(frame) ? before : frame
  })
  return kept.length === known.length && kept.every((frame, index) => frame === known[index]) ? known : kept
}
