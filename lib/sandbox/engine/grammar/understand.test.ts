import { describe, expect, test } from 'vitest'
import type { Scope } from '../regions/region'
import { understand } from './understand'

const background = { region: 'subject', outside: true } as const

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
    ['Give the photo a vintage look', ['vintage film: faded, warm, with grain']],
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
    ['crop to 16:9', ['cropped to 16:9']],
    ['make it square', ['cropped to 1:1']],
    ['invert the colours', ['inverted colours']],
    ['posterize to 4 levels', ['posterised to 4 levels']],
    ['make it night', ['night: moonlight, lamps that glow, stars where there is sky']],
    ['make it watercolour', ['watercolour']],
    ['turn this into a pencil sketch', ['pencil sketch']],
    ['A beautiful sunset over mountains with golden light', ['sunset light']],
    ['Change the image to a watercolor style, while keeping the composition', ['watercolour']],
    ['black and white, keep everything else unchanged', ['black and white']],
    ['variant #12: make it sepia', ['sepia']],
  ])('%s', (instruction, steps) => {
    expect(understand(instruction, 1, false)).toMatchObject({ undone: [] })
    expect(described(instruction)).toEqual(steps)
  })

  test.each<[string, string]>([
    ['add a hat', 'blocked'],
    ['an astronaut riding a horse', 'not understood'],
    ['a red car', 'not understood'],
    ["don't blur it", 'not understood'],
    ['not too bright', 'not understood'],
    ['golden retriever', 'not understood'],
  ])('nothing: %s', (instruction, reason) => {
    expect(understand(instruction, 1, false)).toMatchObject({
      steps: [],
      undone: [{ text: instruction, reason }],
    })
  })

  test.each<[string, Scope]>([
    ['make the background black and white', background],
    ['brighten her face by 20%', { region: 'face', outside: false }],
    ['make everything black and white except the balloon', background],
    ['make the sky darker', { region: 'sky', outside: false }],
    ['sepia for everything but the sky', { region: 'sky', outside: true }],
  ])('a part of the picture: %s', (instruction, scope) => {
    expect(understand(instruction, 1, false).steps).toMatchObject([{ scope }])
    expect(understand(instruction, 1, true).steps).toMatchObject([{ scope: 'mask' }])
  })

  test('a thing that is not found by itself wants a mask', () => {
    expect(understand('blur the lake', 1, false)).toMatchObject({
      steps: [],
      undone: [{ message: expect.stringContaining('Paint a mask') as string }],
    })
    expect(understand('blur the lake', 1, true).steps).toHaveLength(1)
  })

  test.each(['Mach den Hintergrund unscharf', '把背景去掉', 'hazlo en blanco y negro', 'Убери фон'])(
    'another language is named as the reason: %s',
    (instruction) =>
      expect(understand(instruction, 1, false).undone).toMatchObject([
        { message: 'The local engine reads English only.' },
      ]),
  )

  test('what is guessed is said', () => {
    const { steps } = understand('brighten the bottle', 1, false)
    expect(steps).toMatchObject([{ approximates: 'took the main subject for “the bottle”' }])
  })

  test('what was said of a part holds for what follows in the same breath, and no further', () => {
    const scopes = (text: string) => understand(text, 1, false).steps.map(({ scope }) => scope)
    const sky = { region: 'sky', outside: false }
    expect(scopes('make the sky darker and warmer and sharper')).toEqual([sky, sky, sky])
    expect(scopes('make the sky darker and warmer, then add a vignette')).toEqual([sky, sky, 'whole'])
    expect(scopes('make the sky darker and make it all warmer')).toEqual([sky, 'whole'])
  })

  test('words left over are told beside what was done', () => {
    const { steps, undone } = understand('make it sepia with a dog in a hat, and make it sing', 1, false)
    expect(steps).toHaveLength(1)
    expect(undone.map(({ text }) => text)).toEqual(['dog hat', 'make it sing'])
  })

  test('of ten thousand characters a line is told', () => {
    const undone = [
      ...understand(`make it sepia ${'with wozzle of flurb '.repeat(400)}`, 1, false).undone,
      ...understand('wozzleflurb '.repeat(800), 1, false).undone,
    ]
    expect(undone.map(({ text }) => text)).toEqual(['wozzle flurb', expect.stringMatching(/^.{100,160}$/)])
  })

  test('what stands in quotation marks is not read as an instruction', () => {
    const { steps, undone } = understand('sepia, “black and white”', 1, false)
    expect(steps.map(({ operation }) => operation)).toEqual(['sepia'])
    expect(undone.map(({ text }) => text)).toEqual(['“black and white”'])
  })
})

describe('several pictures', () => {
  test('a picture that was not given is told', () => {
    expect(understand('put image1 into image2', 1, false).undone).toMatchObject([
      { message: expect.stringContaining('each picture') as string },
    ])
  })

  test('only the first picture is changed', () => {
    expect(understand('make image2 sepia', 2, false).undone).toMatchObject([
      { message: expect.stringContaining('first picture') as string },
    ])
  })
})

test('turning the frame allows no mask', () => {
  expect(understand('rotate left', 1, true).undone).toMatchObject([
    { message: expect.stringContaining('whole frame') as string },
  ])
})

test('what comes “with” a part is told where nothing answers to it; a shadow is a step of its own', () => {
  const dress = understand('make her dress red with polka dots', 1, false)
  expect(dress.steps.map(({ operation }) => operation)).toEqual(['recolour clothes'])
  expect(dress.undone).toMatchObject([{ text: expect.stringContaining('polka'), reason: 'not understood' }])
  const cut = understand('white background with a soft shadow', 1, false)
  expect(cut.steps.map(({ operation }) => operation)).toEqual(['background colour', 'drop shadow'])
  expect(cut.undone).toEqual([])
})
