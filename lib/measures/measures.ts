/**
 * How an output lies over its input. The output is first drawn into the input's own box (filling it, which undoes a
 * model's rounding of sizes); what the input shows at `p`, counted from the picture's centre, the output then shows at
 * `scale * p + shift`.
 */
export interface Alignment {
  /** Pixels of the input picture; x to the right, y down. */
  shift: { x: number; y: number }
  scale: number
  /** How sure the match is, from 0 to 1. */
  confidence: number
}

/** What came of looking for an alignment; `reason` is a sentence for the person. */
export type AlignmentResult =
  { state: 'found'; alignment: Alignment } | { state: 'refused'; reason: string; confidence: number }

/**
 * What really changed between an input picture and one output, measured on the part both show after alignment. A
 * measure that can't be stated is absent. The definitions stand beside the functions that compute them.
 */
export interface Measures {
  alignment: AlignmentResult
  /** Share of pixels that differ visibly, from 0 to 1. */
  changed?: number
  /** The same outside the mask, where there is one. */
  changedOutsideMask?: number
  /** Mean colour difference (CIEDE2000) of the pixels that did not change: a cast over the whole picture. */
  colourCast?: number
  /** Structural similarity, 1 for equal pictures. */
  ssim?: number
  /** Why the measures are absent: a sentence for the person. */
  reason?: string
}

/** Raised whenever the same pictures would get other measures: kept measures of another version are not used. */
export const measuresVersion = 1
