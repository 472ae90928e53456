import 'server-only'

export function clamp(value: number, least = 0, most = 1): number {
  return value < least ? least : value > most ? most : value
}

export function mix(from: number, to: number, share: number): number {
  return from + (to - from) * share
}

/** 0 below `from`, 1 above `to`, an S between them. */
export function smoothStep(from: number, to: number, value: number): number {
  const share = clamp((value - from) / (to - from))
  return share * share * (3 - 2 * share)
}

/** How long an arrow is. As `Math.hypot`, which costs ten times as much: it also takes what is huge or tiny. */
export function lengthOf(x: number, y: number, z = 0): number {
  return Math.sqrt(x * x + y * y + z * z)
}
