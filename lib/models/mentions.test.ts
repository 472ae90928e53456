import { describe, expect, it } from 'vitest'
import { danglingMentions, findMentions, renumberMentions, renumbering } from './mentions'

const numbers = (text: string) => findMentions(text).map(({ number }) => number)
const shown = (text: string) => findMentions(text).map(({ start, digits }) => text.slice(start, digits.end))

describe('mentions of pictures', () => {
  it('are found in every spelling the models’ pages use', () => {
    const text = 'Put the person in image1 into Image 2, as IMAGE\u00a03 (image 4).'
    expect(numbers(text)).toEqual([1, 2, 3, 4])
    expect(shown(text)).toEqual(['image1', 'Image 2', 'IMAGE\u00a03', 'image 4'])
    expect(numbers('image 1.')).toEqual([1])
    expect(shown('images 1, 2 and 3 or 4, images1 & 2')).toEqual(['images 1', '2', '3', '4', 'images1', '2'])
  })

  it('are not seen in amounts and other words', () => {
    for (const text of [
      'make the image 50% darker, the image 20 percent, the image 3 times larger',
      'image 2x, image 1.5, image 1024, image 12px, image 90°, image 0, image 01',
      'reimage 1, image_1, imagery 1, an image\n1, 图image 1',
      'image one, image, image ',
    ])
      expect(numbers(text), text).toEqual([])
    // Two dogs, and not the second picture.
    expect(numbers('add image 1 and 2 dogs')).toEqual([1])
  })

  it('keep their places beside emoji and in 10,000 characters', () => {
    const text = `👩‍🚀 image 1 🖼️${'🐈 image 2 — naïve '.repeat(550)}image1`.slice(-10_000)
    const mentions = findMentions(text)
    expect(mentions.length).toBeGreaterThan(500)
    for (const { digits, number } of mentions) expect(text.slice(digits.start, digits.end)).toBe(`${number}`)
    const swapped = renumberMentions(text, (number) => 3 - number)
    expect(swapped).toHaveLength(text.length)
    expect(renumberMentions(swapped, (number) => 3 - number)).toBe(text)
  })
})

describe('renumbering', () => {
  const after = (text: string, ...change: Parameters<typeof renumbering>) =>
    renumberMentions(text, renumbering(...change))

  it('follows pictures that are moved, all at once', () => {
    expect(after('image 1 onto Image2, image3', ['a', 'b', 'c'], ['b', 'a', 'c'])).toBe(
      'image 2 onto Image1, image3',
    )
    expect(after('images 1, 2 and 3', ['a', 'b', 'c'], ['c', 'a', 'b'])).toBe('images 2, 3 and 1')
  })

  it('lets the mention of a removed picture name nothing', () => {
    const text = after('image 1, image 2, image 3', ['a', 'b', 'c'], ['b', 'c'])
    expect(text).toBe('image 3, image 1, image 2')
    expect(danglingMentions(text, 2)).toEqual([3])
    // A second one is not taken for the first.
    const next = after(text, ['b', 'c'], ['c'])
    expect(next).toBe('image 3, image 2, image 1')
    expect(danglingMentions(next, 1)).toEqual([2, 3])
    expect(danglingMentions('image 4', 2)).toEqual([4])
    expect(after('image 4', ['a', 'b'], ['b', 'a'])).toBe('image 4')
  })

  it('knows a picture that took another’s place, and pictures that stand before', () => {
    const edited = { replaced: { from: 'b', to: 'x' } }
    expect(after('image 2 on image 1', ['a', 'b'], ['a', 'x'], edited)).toBe('image 2 on image 1')
    expect(after('image 2, image 3', ['x', 'b', 'c'], ['x', 'c'], edited)).toBe('image 1, image 2')
    expect(after('image 1, image 2, image 3', ['a', 'b'], ['b', 'a'], { offset: 1 })).toBe(
      'image 1, image 3, image 2',
    )
  })
})
