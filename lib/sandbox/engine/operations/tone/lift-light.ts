import 'server-only'
import { changeColours, lightness } from '@/lib/sandbox/engine/change-colours'
import type { Picture } from '@/lib/sandbox/engine/picture'
import { broadLight } from '@/lib/sandbox/engine/pixels/broad-light'
import { smoothStep } from '@/lib/sandbox/engine/pixels/numbers'

/** How much lighter (up to 1) or darker (down to -1) areas become that are as light as this, 0 to 1. */
export type LightCurve = (broad: number) => number

/** Changes the light of the picture's shadows or highlights as areas, so that the contrast within them stays. */
export async function liftLight(picture: Picture, curve: LightCurve): Promise<Picture> {
  const broad = await broadLight(picture)
  return changeColours(picture, (colour, place) => {
    const light = lightness(colour) / 255
    const lift = curve(broad(place, light))
    if (lift === 0) return
    // Towards white for lights, away from black for shadows: each a curve that keeps 0 and 1.
    const lifted = lift > 0 ? light ** (1 / (1 + lift * 1.4)) : 1 - (1 - light) ** (1 / (1 - lift * 1.4))
    const scale = (lifted + 0.004) / (light + 0.004)
    const kept = lightness(colour)
    for (let channel = 0; channel < 3; channel++) {
      // Half by scaling and half by adding: scaled alone, lifted shadows get gaudy.
      const scaled = colour[channel]! * scale
      colour[channel] = scaled * 0.75 + (colour[channel]! + lifted * 255 - kept) * 0.25
    }
  })
}

export const inShadows = (broad: number) => 1 - smoothStep(0.04, 0.55, broad)
export const inHighlights = (broad: number) => smoothStep(0.45, 0.95, broad)
