import { expect, test } from 'vitest'
import { understand } from '@/lib/sandbox/engine/grammar/understand'
import { testPhrases } from '@/lib/sandbox/engine/operations/words-for-tests'

testPhrases({
  rotate: [
    'rotate 90 degrees',
    'turn it left',
    'turn it upside down',
    'rotate 12° counter-clockwise',
    'tilt it 3 degrees',
  ],
  flip: ['flip horizontally', 'mirror it', 'flip it upside down', 'mirror image'],
  crop: [
    'crop to 16:9',
    'make it square',
    'crop it to 4:5 for Instagram',
    'square crop around the face',
    'crop to the subject',
    '9:16 format',
  ],
  resize: [
    'resize to 800x600',
    'scale it down to 640 x 480',
    'shrink it by 50%',
    'half the size',
    'resize to 400 px wide',
    'make it smaller',
  ],
  upscale: [
    'upscale',
    'upscale 4x',
    'double the resolution',
    'make it 2x larger',
    'enlarge it',
    'super-resolution',
    'upscale to 4k',
  ],
})

test.each<[string, object]>([
  ['rotate 45 degrees counterclockwise', { angle: -45 }],
  ['turn it upside down', { angle: 180 }],
  ['rotate it left', { angle: -90 }],
  ['flip it vertically', { vertical: true }],
  ['crop to 16:9', { across: 16, down: 9 }],
  ['crop to the subject', { across: 0, down: 0 }],
  ['resize to 800x600', { width: 800, height: 600 }],
  ['resize to 50 %', { scale: 0.5 }],
  ['shrink it by 25%', { scale: 0.75 }],
  ['make it 300 px high', { height: 300 }],
  ['upscale 4x', { times: 4 }],
  ['enlarge it 1.5 times', { times: 1.5 }],
  ['triple the resolution', { times: 3 }],
  ['upscale to 4k', { longSide: 3840 }],
])('%s', (text, parameters) => {
  expect(understand(text, 1, false).steps[0]?.parameters).toMatchObject(parameters)
})

test('how crooked it is, is not guessed', () => {
  expect(understand('straighten it', 1, false).steps).toEqual([])
  expect(understand('straighten it by 2 degrees', 1, false).steps).toHaveLength(1)
})
