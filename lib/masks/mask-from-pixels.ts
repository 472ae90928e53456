import type { Pixels } from './flood-fill'
import type { Mask } from './mask'

/** What is transparent in the picture is made anew. */
export function maskFromAlpha({ width, height, data }: Pixels): Mask {
  const mask = new Uint8Array(width * height)
  for (let i = 0; i < mask.length; i++) mask[i] = 255 - data[i * 4 + 3]!
  return { width, height, data: mask }
}

/**
 * A picture read as a mask: white is made anew, black is kept. By luma (Rec. 709 weights on the stored values); what is
 * transparent was not painted and counts as black.
 */
export function maskFromLuma({ width, height, data }: Pixels): Mask {
  const mask = new Uint8Array(width * height)
  for (let i = 0; i < mask.length; i++) {
    const at = i * 4
    const luma = 0.2126 * data[at]! + 0.7152 * data[at + 1]! + 0.0722 * data[at + 2]!
    mask[i] = Math.round((luma * data[at + 3]!) / 255)
  }
  return { width, height, data: mask }
}
