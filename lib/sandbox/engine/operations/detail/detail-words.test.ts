import { expect, test } from 'vitest'
import { understand } from '@/lib/sandbox/engine/grammar/understand'
import { testPhrases } from '@/lib/sandbox/engine/operations/words-for-tests'

testPhrases({
  glow: ['soft dreamy glow', 'give it a dreamy look', 'ethereal', 'add bloom'],
  grain: ['add film grain', 'grainy', 'add some noise'],
  denoise: [
    'remove noise',
    'less noise',
    'get rid of the grain',
    'noise reduction',
    'smooth it out',
    'remove jpeg artifacts',
  ],
  sharpen: ['sharpen', 'make it crisper', 'unblur it', 'fix the blur', 'less blurry', 'bring it into focus'],
  blur: ['blur it', 'slightly out of focus', 'soft focus', 'blur 8 px'],
  'motion blur': ['motion blur', 'add a vertical motion blur', 'speed blur'],
  'tilt-shift': ['tilt-shift', 'miniature effect', 'tilt shift look'],
  pixelate: ['pixelate 16 px', 'pixelated', 'pixelise it'],
  emboss: ['emboss it', 'relief', 'embossed'],
  glitch: ['glitch effect', 'VHS look', 'like a broken TV'],
})

test.each<[string, object]>([
  ['blur 8 px', { radius: 8 }],
  ['blur it a lot', { amount: 1.6 }],
  ['pixelate 16 px', { block: 16 }],
  ['motion blur 40 px', { length: 40, vertical: false }],
  ['film grain 20 %', { share: 0.2 }],
])('%s', (text, parameters) => {
  expect(understand(text, 1, false).steps[0]?.parameters).toMatchObject(parameters)
})

test('what unblurring can’t do is said', () => {
  expect(understand('unblur it', 1, false).steps[0]?.approximates).toMatch(/can’t be brought back/)
  expect(understand('sharpen it', 1, false).steps[0]?.approximates).toBeUndefined()
})
