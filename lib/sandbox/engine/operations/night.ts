import 'server-only'
import { changeColours, lightness, mix } from '../change-colours'
import { defineOperation } from '../operation'

export const night = defineOperation({
  name: 'night',
  pattern: /\b(?:night(?:time|fall)?|moonl(?:ight|it)|midnight)\b(?! (?:in)?to\b)/,
  example: 'make it night',
  kind: 'light',
  read: () => ({}),
  describe: () => 'night light: dark and blue',
  apply: (picture) =>
    changeColours(picture, (colour, [across, down]) => {
      const light = lightness(colour)
      // Bright sky lies above: it darkens most.
      const fall = mix(0.8, 1, Math.min(1, down * 1.6)) * (1 - 0.5 * Math.hypot(across - 0.5, down - 0.5))
      const tones = [0.42, 0.6, 1.02] as const
      for (const channel of [0, 1, 2] as const) {
        const muted = mix(light, colour[channel], 0.5) / 255
        colour[channel] = 255 * muted ** 1.25 * 0.76 * tones[channel] * fall + (channel === 2 ? 10 : 3)
      }
    }),
})
