import { expect, test } from 'vitest'
import type { Picture } from '@/lib/sandbox/engine/picture'
import { randomNumbers } from '@/lib/sandbox/engine/random'
import { LowConfidence } from '@/lib/sandbox/engine/regions/region'
import { contextFor } from '../context-for-tests'
import { hideFace } from './hide-face'

const [width, height] = [200, 120]

function noise(): Picture {
  const random = randomNumbers(5)
  return {
    pixels: Uint8Array.from({ length: width * height * 3 }, () => random() * 256),
    width,
    height,
    channels: 3,
  }
}

const step = (words: string) =>
  hideFace.plan({
    near: words,
    matched: hideFace.pattern.exec(words)![0],
    clause: words,
    quotes: [],
    images: 1,
    hasMask: false,
  })!

const faceAt = (x: number) => ({ centre: { x, y: 0.5 }, width: 0.15, height: 0.3, confidence: 0.9 })

test.each(['blur the faces', 'pixelate the faces', 'black out the faces'])(
  '%s: every face is hidden, nothing else is touched',
  async (words) => {
    const original = noise()
    const notes: string[] = []
    const faces = async () => [faceAt(0.25), faceAt(0.75)]
    const hidden = await step(words).apply(
      original,
      contextFor(original, { faces, note: (text) => notes.push(text) }),
    )
    const changed = (x: number, y: number) => {
      let most = 0
      for (let at = (y * width + x) * 3, end = at + 3; at < end; at++)
        most = Math.max(most, Math.abs(hidden.pixels[at]! - original.pixels[at]!))
      return most
    }
    const around = (x: number) => Math.max(...[-3, 0, 3].map((off) => changed(x + off, 58)))
    expect(around(50)).toBeGreaterThan(20)
    expect(around(150)).toBeGreaterThan(20)
    expect(changed(100, 60)).toBe(0)
    expect(changed(5, 5)).toBe(0)
    expect(notes).toEqual(['2 faces were found'])
  },
)

test('where no face is found, it is refused', async () => {
  const original = noise()
  await expect(step('blur the face').apply(original, contextFor(original))).rejects.toThrow(LowConfidence)
})
