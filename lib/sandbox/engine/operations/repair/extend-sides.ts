import 'server-only'

const sideWords = {
  left: /\bleft\b/,
  right: /\bright\b/,
  top: /\b(?:top|up(?:wards?)?|above|vertically|taller)\b/,
  bottom: /\b(?:bottom|down(?:wards?)?|below|vertically|taller)\b/,
} as const
export type Side = keyof typeof sideWords

export interface Wanted {
  sides: readonly Side[]
  /** Of the picture's width or height, at each side. */
  share: number
  pixels?: number
  /** The picture's new outline instead. */
  ratio?: { across: number; down: number }
}

/** Which sides the words name; "outpaint" alone means all of them. */
export function sidesIn(
  words: string,
  given: { share?: number | undefined; pixels?: number | undefined },
): Wanted {
  const ratio = ratioIn(words)
  if (ratio) return { sides: [], share: 0, ratio }
  const named = (Object.keys(sideWords) as Side[]).filter((side) => sideWords[side].test(words))
  const across = /\b(?:sides|horizontally|wider|widen)\b/.test(words) && !/\ball sides\b/.test(words)
  const sides: Side[] = named.length ? named : across ? ['left', 'right'] : ['left', 'right', 'top', 'bottom']
  const share = given.share ?? (sides.length === 1 ? 1 / 3 : sides.length === 2 ? 1 / 4 : 1 / 6)
  return { sides, share, ...(given.pixels !== undefined && { pixels: given.pixels }) }
}

function ratioIn(words: string): Wanted['ratio'] {
  const given = /(\d+(?:\.\d+)?)\s*(?::|x|×|\/)\s*(\d+(?:\.\d+)?)\b/.exec(words)
  const [across, down] = [Number(given?.[1]), Number(given?.[2])]
  if (across > 0 && down > 0) return { across, down }
  if (/\bsquare\b/.test(words)) return { across: 1, down: 1 }
  return /\bwidescreen\b/.test(words) ? { across: 16, down: 9 } : undefined
}

/** Pixels to add at each side; at most the picture's own size. */
export function addedTo(
  { width, height }: { width: number; height: number },
  { sides, share, pixels, ratio }: Wanted,
): Record<Side, number> & { limited: boolean } {
  let limited = false
  const atMost = (wanted: number, most: number) => {
    if (wanted > most) limited = true
    return Math.min(wanted, most)
  }
  if (ratio) {
    const across = atMost(Math.max(0, Math.round((height * ratio.across) / ratio.down) - width), 2 * width)
    const down = across
      ? 0
      : atMost(Math.max(0, Math.round((width * ratio.down) / ratio.across) - height), 2 * height)
    const left = Math.floor(across / 2)
    const top = Math.floor(down / 2)
    return { left, right: across - left, top, bottom: down - top, limited }
  }
  const at = (side: Side, length: number) =>
    sides.includes(side) ? atMost(Math.max(1, Math.round(pixels ?? length * share)), length) : 0
  const [left, right, top, bottom] = [
    at('left', width),
    at('right', width),
    at('top', height),
    at('bottom', height),
  ]
  return { left, right, top, bottom, limited }
}
