import type { Alignment } from '@/lib/measures/measures'

/** One picture the viewer can show: the input, or one output. `width` and `height` are the stored picture's pixels. */
export interface Frame {
  id: string
  /** Short name for captions and the strip, such as the model's title. */
  label: string
  width: number
  height: number
  assetId: string
  /** What a person who cannot see the picture is told. */
  alt: string
  /** How the picture lies over the reference, where that was found. */
  alignment?: Alignment
  /** What came of looking for it, in words: "shifted 14 px, scaled 1.02", or why it can't be aligned. */
  alignmentNote?: string
  /** A picture of what changed, of this one's own shape, to be laid over it. */
  overlayUrl?: string
  /** What is known of how it was made: the rows of the parameter table. */
  facts?: readonly Fact[]
}

export interface Fact {
  name: string
  value: string
}

export interface Size {
  width: number
  height: number
}
