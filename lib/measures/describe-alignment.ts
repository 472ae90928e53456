import type { Alignment } from './measures'

/** "Shifted 14 px right and 3 px up, scaled 1.02"; "In place". Pixels are the input's. */
export function describeAlignment({ shift, scale }: Alignment): string {
  const across = toldPixels(shift.x, 'right', 'left')
  const down = toldPixels(shift.y, 'down', 'up')
  const shifted = across || down ? `shifted ${[across, down].filter(Boolean).join(' and ')}` : ''
  return capitalised(joined(shifted, scale))
}

/** "shifted 14 px, scaled 1.02"; "in place". The shift is the distance, whatever its direction. */
export function describeAlignmentShortly({ shift, scale }: Alignment): string {
  const distance = Math.round(Math.hypot(shift.x, shift.y))
  return joined(distance > 0 ? `shifted ${distance} px` : '', scale)
}

/** Whether there is anything to align: a shift of half a pixel or a scale that can be told from 1. */
export function isInPlace(alignment: Alignment): boolean {
  return describeAlignmentShortly(alignment) === 'in place'
}

function joined(shifted: string, scale: number): string {
  const scaled = toldScale(scale)
  return [shifted, scaled && `scaled ${scaled}`].filter(Boolean).join(', ') || 'in place'
}

function toldPixels(length: number, forward: string, backward: string): string {
  const pixels = Math.round(Math.abs(length))
  return pixels === 0 ? '' : `${pixels} px ${length > 0 ? forward : backward}`
}

/** Two digits; three where two would say 1.00 of a picture that has grown. */
function toldScale(scale: number): string {
  if (scale.toFixed(3) === '1.000') return ''
  return scale.toFixed(2) === '1.00' ? scale.toFixed(3) : scale.toFixed(2)
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
