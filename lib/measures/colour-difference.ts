import type { Lab } from './lab'

const turn = 2 * Math.PI
const power7 = power(25)

/**
 * CIEDE2000, the CIE's difference between two colours as people see it: about 1 can just be seen side by side, 100 is
 * black against white. After Sharma, Wu and Dalal, "The CIEDE2000 color-difference formula: implementation notes,
 * supplementary test data, and mathematical observations" (2005), with all weights 1.
 */
export function colourDifference(first: Lab, second: Lab): number {
  return difference(first[0], first[1], first[2], second[0], second[1], second[2])
}

/** The same without arrays: it runs for each pixel. */
export function difference(l1: number, a1: number, b1: number, l2: number, a2: number, b2: number): number {
  // Near grey, a is stretched.
  const meanChroma7 = power((length(a1, b1) + length(a2, b2)) / 2)
  const stretch = 1.5 - 0.5 * Math.sqrt(meanChroma7 / (meanChroma7 + power7))
  const c1 = length(a1 * stretch, b1)
  const c2 = length(a2 * stretch, b2)
  const h1 = hue(a1 * stretch, b1)
  const h2 = hue(a2 * stretch, b2)

  const isGrey = c1 * c2 === 0
  const turned = isGrey ? 0 : nearestTurn(h2 - h1)
  const deltaHue = 2 * Math.sqrt(c1 * c2) * Math.sin(turned / 2)
  const lightness = (l1 + l2) / 2
  const chroma = (c1 + c2) / 2
  const mean = isGrey ? h1 + h2 : meanHue(h1, h2)

  const hueWeight =
    1 -
    0.17 * Math.cos(mean - radians(30)) +
    0.24 * Math.cos(2 * mean) +
    0.32 * Math.cos(3 * mean + radians(6)) -
    0.2 * Math.cos(4 * mean - radians(63))
  const off50 = (lightness - 50) ** 2
  const inLightness = (l2 - l1) / (1 + (0.015 * off50) / Math.sqrt(20 + off50))
  const inChroma = (c2 - c1) / (1 + 0.045 * chroma)
  const inHue = deltaHue / (1 + 0.015 * chroma * hueWeight)

  // Among blues, hue and chroma are seen together.
  const chroma7 = power(chroma)
  const bend = radians(60) * Math.exp(-(((mean - radians(275)) / radians(25)) ** 2))
  const rotation = -2 * Math.sqrt(chroma7 / (chroma7 + power7)) * Math.sin(bend)
  return Math.sqrt(Math.max(0, inLightness ** 2 + inChroma ** 2 + inHue ** 2 + rotation * inChroma * inHue))
}

/** Math.hypot, and ** below, take many times as long. */
function length(a: number, b: number): number {
  return Math.sqrt(a * a + b * b)
}

/** The seventh, of the formula. */
function power(value: number): number {
  const cube = value * value * value
  return cube * cube * value
}

function hue(a: number, b: number): number {
  if (a === 0 && b === 0) return 0
  const angle = Math.atan2(b, a)
  return angle < 0 ? angle + turn : angle
}

function nearestTurn(angle: number): number {
  if (angle > Math.PI) return angle - turn
  return angle < -Math.PI ? angle + turn : angle
}

function meanHue(first: number, second: number): number {
  const sum = first + second
  if (Math.abs(first - second) <= Math.PI) return sum / 2
  return (sum < turn ? sum + turn : sum - turn) / 2
}

function radians(degrees: number): number {
  return (degrees * Math.PI) / 180
}
