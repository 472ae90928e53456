import { expect, test } from 'vitest'
import { understand } from '@/lib/sandbox/engine/grammar/understand'

const planned = (instruction: string, images = 1) =>
  understand(instruction, images, false).steps.map(({ operation }) => operation)
const parametersOf = (instruction: string, images = 1) =>
  understand(instruction, images, false).steps[0]?.parameters

test.each([
  ['remove the background', 'remove the background'],
  ['make the background transparent', 'remove the background'],
  ['Get rid of the messy background', 'remove the background'],
  ['cut out the person', 'remove the background'],
  ['cut the cat out', 'remove the background'],
  ['transparent PNG please', 'remove the background'],
  ['isolate the product', 'remove the background'],
  ['white background', 'background colour'],
  ['turn the background blue #0055FF', 'background colour'],
  ['Replace the green backdrop with solid white', 'background colour'],
  ['isolate the product on pure white', 'background colour'],
  ['put it on a plain studio background', 'background colour'],
  ['put it on a plain white background', 'background colour'],
  ['a sky blue background', 'background colour'],
  ['gradient background', 'background gradient'],
  ['background with a gradient from pink to blue', 'background gradient'],
  ['change the backdrop to a soft gradient from pink to blue', 'background gradient'],
  ['make the background blurry please', 'blur the background'],
  ['portrait mode', 'blur the background'],
  ['heavily blurred background', 'blur the background'],
  ['blur everything behind her', 'blur the background'],
  ['darken the background', 'background tone'],
  ['make the background a bit brighter', 'background tone'],
  ['dark background', 'background tone'],
  ['color splash', 'colour splash'],
  ['selective colour', 'colour splash'],
  ['only the flower in color', 'colour splash'],
  ['put it on a beach background', 'background scene'],
  ['change the background to a mountain landscape at sunset', 'background scene'],
  ['make the background a city at night', 'background scene'],
  ['put her on a beach at sunset', 'background scene'],
  ['place the man in front of snowy mountains', 'background scene'],
  ['starry night sky background', 'background scene'],
  ['I want a forest in the background', 'background scene'],
  ['add a drop shadow', 'drop shadow'],
  ['give it a soft shadow behind the subject', 'drop shadow'],
  ['let it cast a shadow', 'drop shadow'],
  ['make it a sticker', 'sticker'],
  ['sticker with a thick red outline', 'sticker'],
  ['white outline around the person', 'sticker'],
])('“%s” is “%s”', (instruction, operation) => {
  expect(understand(instruction, 1, false)).toMatchObject({ undone: [] })
  expect(planned(instruction)).toEqual([operation])
})

test.each([
  ['use image 2 as the background', { behind: 2, front: 1 }],
  ['replace the background with the second photo', { behind: 2, front: 1 }],
  ['put the subject of image 2 on the background of image 1', { behind: 1, front: 2 }],
  ['image 1 as background for the person in image 2', { behind: 1, front: 2 }],
])('“%s” takes a picture for it', (instruction, parameters) => {
  expect(planned(instruction, 2)).toEqual(['background picture'])
  expect(parametersOf(instruction, 2)).toEqual(parameters)
})

test('a picture that was not given can’t be the background', () => {
  expect(understand('use image 2 as the background', 1, false).steps).toEqual([])
})

test('colours, directions and amounts are read', () => {
  expect(parametersOf('turn the white background navy')).toMatchObject({ text: 'navy' })
  expect(parametersOf('put the red cup on a blue background')).toMatchObject({ text: 'blue' })
  expect(parametersOf('turn the background blue #0055FF')).toMatchObject({ colour: [0, 85, 255] })
  expect(parametersOf('radial gradient background from white to teal')).toMatchObject({
    from: [255, 255, 255],
    direction: 'radial',
  })
  expect(parametersOf('blur the background slightly')).toMatchObject({ amount: 0.5 })
  expect(parametersOf('brighten the background a lot')).toEqual({ isDark: false, amount: 1.6 })
  expect(parametersOf('change the background to a snowy forest at dawn')).toMatchObject({
    scene: { place: 'forest', season: 'winter', time: 'dawn' },
  })
  expect(parametersOf('sticker with a thin black outline')).toMatchObject({ text: 'black', thickness: 0.009 })
})

test('looks of the background that are no operation of their own stay looks', () => {
  expect(planned('black and white background')).toEqual(['black and white'])
  expect(planned('make everything sepia except the subject')).toEqual(['sepia'])
  expect(planned('make the sky black and white')).toEqual(['black and white'])
})
