import { describe, expect, test } from 'vitest'
import { understand } from './understand'

const described = (instruction: string, images = 1, hasMask = false) =>
  understand(instruction, images, hasMask).steps.map(({ description }) => description)

describe('what is asked of one picture', () => {
  test.each<[string, string[]]>([
    ['make it black and white', ['black and white']],
    ['Convert to B&W', ['black and white']],
    ['remove all colors', ['black and white']],
    [
      'Make it black and white and add a vignette, then blur it a bit',
      ['black and white', 'vignette', 'light blur'],
    ],
    ['Give the photo a vintage look', ['sepia']],
    ['brighten it by 20%', ['brighter by 20 %']],
    ['a bit darker', ['darker by 15 %']],
    ['less dark', ['brighter by 30 %']],
    ['much brighter and slightly less contrast', ['brighter by 48 %', 'less contrast by 20 %']],
    ['brighter with slightly more contrast', ['brighter by 30 %', 'more contrast by 20 %']],
    ['make the colors more vivid', ['more saturated by 50 %']],
    ['desaturate a little', ['less saturated by 25 %']],
    ['make it warmer', ['warmer by 40 %']],
    ['cooler tones', ['cooler by 40 %']],
    ['tint it #1e6fd9', ['tinted #1e6fd9']],
    ['change the color to red', ['tinted red']],
    ['blur 8 px', ['blur 8 px']],
    ['blur it with a radius of 12 pixels', ['blur 12 px']],
    ['make it less blurry', ['sharpened']],
    ['sharpen slightly', ['sharpened a little']],
    ['pixelate 16px', ['pixelated in blocks of 16 px']],
    ['darken the edges', ['vignette']],
    ['rotate 90 degrees left', ['rotated 90° left']],
    ['rotate -90', ['rotated 90° left']],
    ['turn it upside down', ['rotated 180° right']],
    ['flip it vertically', ['flipped top to bottom']],
    ['mirror it', ['mirrored left to right']],
    ['crop to 16:9', ['cropped around the centre to 16:9']],
    ['make it square', ['cropped around the centre to 1:1']],
    ['invert the colours', ['inverted colours']],
    ['posterize to 4 levels', ['posterised to 4 levels']],
    ['make it night', ['night light: dark and blue']],
    ['make it watercolour', ['watercolour']],
    ['turn this into a pencil sketch', ['pencil sketch']],
    ['A beautiful sunset over mountains with golden light', ['golden light']],
    ['Change the image to a watercolor style, while keeping the composition', ['watercolour']],
    ['black and white, keep everything else unchanged', ['black and white']],
    ['variant #12: make it sepia', ['sepia']],
  ])('%s', (instruction, steps) => {
    expect(understand(instruction, 1, false)).toMatchObject({ notUnderstood: [] })
    expect(described(instruction)).toEqual(steps)
  })

  test.each([
    'add a hat',
    'an astronaut riding a horse',
    'a red car',
    "don't blur it",
    'not too bright',
    'turn night into day',
    'make it better',
    'golden retriever',
  ])('nothing: %s', (instruction) => {
    expect(understand(instruction, 1, false)).toEqual({ steps: [], notUnderstood: [instruction] })
  })

  test.each([
    'make the background black and white',
    'make the car red',
    'make the car #1e6fd9',
    'brighten her face by 20%',
    'blur the lake',
    'replace the sky with a sunset',
    'make everything black and white except the balloon',
  ])('a part of the picture only with a mask: %s', (instruction) => {
    expect(described(instruction)).toEqual([])
    expect(understand(instruction, 1, false).notUnderstood.join()).toContain('I need a mask')
    expect(described(instruction, 1, true)).toHaveLength(1)
  })

  test('what was said of a part holds for what follows in the same breath, and no further', () => {
    expect(described('make the sky darker and bluer and warmer')).toEqual([])
    expect(described('make the sky darker and warmer, then add a vignette')).toEqual(['vignette'])
  })

  test('words left over are told beside what was done', () => {
    const { steps, notUnderstood } = understand(
      'make it sepia with a dog in a hat, and make it sing',
      1,
      false,
    )
    expect(steps).toHaveLength(1)
    expect(notUnderstood).toEqual(['dog hat', 'make it sing'])
  })
})

describe('several pictures', () => {
  const placed = (inset: number, base: number) =>
    `placed image ${inset} into image ${base} as a soft-edged inset (no subject is cut out here)`

  test.each<[string, string]>([
    ['put image1 into image2', placed(1, 2)],
    ['put the person in image1 into image2', placed(1, 2)],
    ['combine image1 and image2', placed(1, 2)],
    ['merge both images', placed(1, 2)],
    ['place the first picture on the second one', placed(1, 2)],
    ['add image 2 to image 1', placed(2, 1)],
  ])('%s', (instruction, step) => expect(described(instruction, 2)).toEqual([step]))

  test('a picture that was not given is told', () => {
    expect(understand('put image1 into image2', 1, false).notUnderstood.join()).toContain(
      'needs each picture',
    )
    expect(understand('put image3 into image1', 2, false).notUnderstood.join()).toContain(
      'needs each picture',
    )
  })

  test('only the first picture is changed', () => {
    expect(understand('make image2 sepia', 2, false).notUnderstood.join()).toContain('the first picture')
  })
})

test('removing needs a mask, and turning the frame allows none', () => {
  expect(understand('remove the person', 1, false).notUnderstood.join()).toContain('needs a mask')
  expect(described('remove the person', 1, true)).toEqual([
    expect.stringContaining('filled the masked place'),
  ])
  expect(understand('rotate left', 1, true).notUnderstood.join()).toContain('the whole frame')
})
