import { expect, test } from 'vitest'
import { understand } from '@/lib/sandbox/engine/grammar/understand'
import { testPhrases } from '@/lib/sandbox/engine/operations/words-for-tests'

testPhrases({
  brightness: [
    'make it brighter',
    'reduce the brightness',
    'it is underexposed',
    'raise the exposure',
    'dim it',
    'darken by 20%',
    'make the picture dark',
  ],
  contrast: ['more contrast', 'lower the contrast', 'punchier'],
  shadows: [
    'lift the shadows',
    'open up the shadows',
    'crush the shadows',
    'brighten the dark shadows',
    'more shadow detail',
  ],
  highlights: [
    'recover the highlights',
    'tone down the highlights',
    'brighter highlights',
    'fix the blown-out highlights',
  ],
  clarity: ['HDR', 'more clarity', 'tone mapping', 'bring out the details', 'more local contrast'],
  'auto-enhance': [
    'enhance this photo',
    'auto levels',
    'fix the lighting',
    'improve the picture',
    'make it look better',
    'auto-correct it',
  ],
  vignette: ['add a vignette', 'darken the corners', 'make the edges darker'],
})

test.each<[string, object]>([
  ['brighten it by 20%', { share: 0.2 }],
  ['less bright', { share: -0.3 }],
  ['too dark', { share: 0.3 }],
  ['over-exposed', { share: -0.3 }],
  ['+1.5 EV exposure', { share: 0.5 }],
  ['exposure -0.6 stops', { share: -0.2 }],
  ['lift the shadows by 30 %', { share: 0.3 }],
  ['deepen the shadows', { share: -0.5 }],
  ['recover the highlights a little', { share: -0.25 }],
  ['boost the highlights', { share: 0.5 }],
  ['much less contrast', { share: -0.64 }],
  ['a bit less clarity', { share: -0.3, evens: false }],
])('%s', (text, parameters) => {
  const [step] = understand(text, 1, false).steps
  for (const [name, value] of Object.entries(parameters))
    expect((step?.parameters as Record<string, unknown>)[name]).toEqual(
      typeof value === 'number' ? expect.closeTo(value) : value,
    )
})

test.each(['add a drop shadow', 'blonde highlights in her hair'])('not these: %s', (text) => {
  const names = understand(text, 1, false).steps.map(({ operation }) => operation)
  expect(names).not.toContain('shadows')
  expect(names).not.toContain('highlights')
})
