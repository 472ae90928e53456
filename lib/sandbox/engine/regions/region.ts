import 'server-only'
import type { Plane } from '../pixels/float-picture'

/** Parts of a picture that the engine finds by itself. */
export const regionNames = ['subject', 'person', 'sky', 'hair', 'clothes', 'skin', 'face'] as const
export type RegionName = (typeof regionNames)[number]

/** Where a change goes. */
export type Scope = 'whole' | 'mask' | { region: RegionName; outside: boolean }

/** A part of a picture. */
export interface Region {
  /** 1 where it is, 0 where it is not, soft at its edges. */
  cover: Plane
  /** How sure the finder is, on its own scale. */
  confidence: number
}

/** The part was not found surely enough to change it; never answered by a guess. */
export class LowConfidence extends Error {
  override readonly name = 'LowConfidence'
  /** @param message a sentence with the number reached and the number needed */
  constructor(
    message: string,
    readonly confidence: number,
  ) {
    super(message)
  }
}
