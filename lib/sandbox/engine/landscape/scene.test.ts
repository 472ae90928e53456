import { describe, expect, test } from 'vitest'
import { readScene, type Scene } from './scene'

describe('what is drawn', () => {
  test.each<[string, Partial<Scene>]>([
    ['a beautiful sunset over mountains', { place: 'mountains', time: 'sunset' }],
    ['starry night over a lake', { place: 'mountains', time: 'night', water: 'lake', clouds: 'none' }],
    ['a city skyline at night', { place: 'city', time: 'night' }],
    ['watercolor of a forest in autumn', { place: 'forest', season: 'autumn' }],
    ['misty forest at dawn', { place: 'forest', time: 'dawn', weather: 'fog' }],
    ['a desert under a starry sky, oil painting', { place: 'desert', time: 'night' }],
    ['an oil painting of rolling hills in spring', { place: 'hills', season: 'spring' }],
    ['snowy mountains', { place: 'mountains', season: 'winter' }],
    ['tropical beach with palm trees', { place: 'beach', palms: true }],
    ['stormy sea with lightning', { place: 'sea', weather: 'storm', lightning: true, clouds: 'storm' }],
    ['a small island at sunrise', { place: 'island', time: 'dawn' }],
    ['river valley in the rain', { place: 'hills', water: 'river', weather: 'rain', clouds: 'overcast' }],
    ['winter wonderland with falling snow', { season: 'winter', weather: 'snowfall' }],
    ['northern lights over a frozen lake', { water: 'lake', aurora: true, season: 'winter' }],
    ['the grand canyon', { place: 'canyon', time: 'day' }],
    ['a ringed planet in deep space', { place: 'space', planet: true, rings: true }],
    ['spiral galaxy', { place: 'space', galaxy: true }],
    ['full moon over the ocean', { place: 'sea', time: 'night', moon: 'full' }],
    ['dramatic clouds', { place: 'sky' }],
    ['abstract waves in teal and gold', { place: 'abstract', kind: 'waves' }],
    ['a gradient from pink to blue', { place: 'abstract', kind: 'gradient' }],
    ['blue marble texture', { place: 'abstract', kind: 'flow' }],
    ['Landscape', { place: 'hills' }],
    ['mountains', { place: 'mountains', time: 'day', season: 'summer', weather: 'fair' }],
    ['a lake with a boat', { place: 'mountains', water: 'lake' }],
  ])('%s', (text, scene) => expect(readScene(text)).toMatchObject(scene))

  test('colours are read in their order, and light is no colour', () => {
    const texts = (text: string) => readScene(text)?.colours.map((colour) => colour.text)
    expect(texts('abstract flow in teal, pink and #ff8800')).toEqual(['teal', 'pink', '#ff8800'])
    expect(texts('mountains in golden light')).toEqual([])
  })

  test('what is drawn is told, and that it is no photo', () => {
    expect(readScene('a mountain lake at sunset')?.description).toBe(
      'drew mountains at sunset, with a lake (computed, not a photo)',
    )
  })
})

test.each([
  'a photo of a cat wearing a hat',
  'a cat on a mountain',
  'mountain goat',
  'a boat on a lake',
  'an astronaut on the moon',
  'a person walking on a beach at sunset',
  'a cabin in the forest',
  'a red car in the desert',
  'a beach house',
  'abstract logo',
  'a poster saying hello',
  'portrait of a woman in a field',
  'snow leopard',
  'my dog',
  '',
  'make it nicer',
])('not drawn: “%s”', (text) => expect(readScene(text)).toBeUndefined())
