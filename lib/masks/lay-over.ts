import type { Mask, Paint, Rect } from './mask'

/** `a * b / 255`, rounded; exact for bytes. */
export function timesByte(a: number, b: number): number {
  const product = a * b + 128
  return (product + (product >> 8)) >> 8
}

/** One pixel after `cover` (0 to 255) has been painted over it, or with it been taken away. */
export function covered(before: number, cover: number, erase: boolean): number {
  return erase ? timesByte(before, 255 - cover) : 255 - timesByte(255 - before, 255 - cover)
}

/** What a tool covers: one byte per pixel of `rect`. */
export interface Region {
  rect: Rect
  cover: Uint8Array<ArrayBuffer>
}

/** Paints a region into the mask. */
export function layOver(mask: Mask, { rect, cover }: Region, { opacity, erase }: Paint): void {
  const strength = Math.round(opacity * 255)
  /** Nearly all that is covered is so fully: what becomes of each byte is looked up. */
  const whenFull = Uint8Array.from({ length: 256 }, (_, before) => covered(before, strength, erase))
  for (let row = 0; row < rect.height; row++) {
    let at = (rect.y + row) * mask.width + rect.x
    let from = row * rect.width
    for (const end = at + rect.width; at < end; at++, from++) {
      const share = cover[from]!
      if (share === 0) continue
      const before = mask.data[at]!
      mask.data[at] = share === 255 ? whenFull[before]! : covered(before, timesByte(share, strength), erase)
    }
  }
}
