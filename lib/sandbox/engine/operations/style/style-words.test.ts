import { describe, expect, test } from 'vitest'
import { understand } from '@/lib/sandbox/engine/grammar/understand'

const phrases: Record<string, string[]> = {
  'oil painting': ['make it an oil painting', 'as if painted in oils', 'oil on canvas', 'like a Rembrandt'],
  watercolour: ['make it watercolor', 'turn this into an aquarelle', 'a water-colour painting of it'],
  impressionist: [
    'impressionist painting',
    'paint it like Monet',
    'visible brush strokes',
    'a painterly look',
  ],
  'Van Gogh': ['in the style of Van Gogh', 'swirling brushstrokes', 'like Van Gogh’s starry night'],
  pointillism: ['pointillism', 'a pointillist painting', 'in the style of Seurat', 'stippled'],
  'pencil sketch': ['pencil sketch', 'turn it into a drawing', 'line art', 'graphite drawing'],
  'coloured pencil': ['colored pencil drawing', 'coloured pencils', 'crayons', 'a colour sketch'],
  charcoal: ['charcoal drawing', 'a charcoal sketch', 'chalk drawing'],
  ink: ['ink drawing', 'pen and ink', 'manga'],
  woodcut: ['woodcut print', 'linocut', 'a wood block print', 'engraving'],
  stencil: ['stencil graffiti', 'like Banksy', 'spray painted'],
  cartoon: [
    'turn it into a cartoon',
    'make it look like a Studio Ghibli anime',
    'cel shading',
    'Pixar style',
  ],
  comic: ['pop art comic style', 'comic book', 'like Lichtenstein', 'pop-art'],
  halftone: ['halftone', 'newspaper print', 'newspaper halftone dots'],
  'CMYK print': ['CMYK print', 'colour halftone', 'screen print'],
  'pixel art': ['pixel art', '8-bit game style', '16 bit', 'retro video game'],
  mosaic: ['mosaic', 'roman mosaic', 'made of tiles'],
  'stained glass': ['stained glass', 'a stained-glass window', 'church window'],
  'low poly': ['low poly', 'low-poly art', 'triangulated', 'cubist painting'],
  neon: ['neon cyberpunk look', 'glowing outlines', 'synthwave'],
}

describe.each(Object.entries(phrases))('%s', (name, texts) => {
  test.each(texts)('“%s”', (text) => {
    expect(understand(text, 1, false).steps.map(({ operation }) => operation)).toEqual([name])
  })
})

test('amounts and shares', () => {
  const parameters = (text: string) => understand(text, 1, false).steps[0]?.parameters
  expect(parameters('a bit of watercolour')).toEqual({ amount: 0.5, strength: 0.65 })
  expect(parameters('strong oil painting')).toEqual({ amount: 1.6, strength: 1 })
  expect(parameters('50 % charcoal')).toEqual({ amount: 1, strength: 0.5 })
})

test.each([
  ['make it look like a Studio Ghibli anime', /used the cartoon filter/],
  ['like a Rembrandt', /used the oil painting filter/],
  ['Warhol', /used the comic filter/],
])('“%s” is said to be approximated', (text, expected) => {
  expect(understand(text, 1, false).steps[0]?.approximates).toMatch(expected)
})
