import { describe, expect, it } from 'vitest'
import { readAxisText, writeAxisText } from './axis-text'
import { modelById } from './registry'
import type { Parameter } from './parameter'

function row(name: string): Parameter {
  const found = modelById('flux-dev').parameters.find((parameter) => parameter.name === name)
  if (!found) throw new Error(`flux-dev has no ${name}`)
  return found
}

describe('readAxisText', () => {
  it.each<[string, string, unknown[]]>([
    ['num_inference_steps', '1, 2, .., 10', [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]],
    ['num_inference_steps', '10,20,…,50', [10, 20, 30, 40, 50]],
    ['num_inference_steps', '5, 10, ..., 22', [5, 10, 15, 20, 22]],
    ['num_inference_steps', '30, 20, .., 10', [30, 20, 10]],
    ['num_inference_steps', '4', [4]],
    ['strength', '0.2, 0.5, 0.8', [0.2, 0.5, 0.8]],
    ['strength', '0.1, 0.2, .., 0.7', [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7]],
    ['strength', ' 0.5 ,, 0.5, ', [0.5]],
    ['seed', '7, 8, 9', [7, 8, 9]],
    ['prompt', 'make it night || make it day, softly ||', ['make it night', 'make it day, softly']],
    ['prompt', 'one', ['one']],
  ])('%s %s', (name, text, values) => {
    expect(readAxisText(row(name), text)).toEqual({ values })
  })

  it.each<[string, string, RegExp]>([
    ['strength', '', /Write the values/],
    ['prompt', ' || ', /Write the values/],
    ['strength', '0.2, big', /“big” is not a number/],
    ['strength', '0.2, 3', /3 is outside the range/],
    ['seed', '1.5', /not a whole number/],
    ['seed', '1, .., 5', /two values and the last/],
    ['seed', '.., 5', /two values and the last/],
    ['seed', '1, 2, ..', /two values and the last/],
    ['seed', '2, 1, .., 5', /never comes to 5/],
    ['seed', '1, 1, .., 5', /never comes to 5/],
    ['seed', '1, 2, .., 1000000000', /at most 64/],
    ['prompt', Array.from({ length: 65 }, (_, index) => `p${index}`).join('||'), /at most 64/],
  ])('says what is wrong with %s %s', (name, text, problem) => {
    expect(readAxisText(row(name), text)).toEqual({ problem: expect.stringMatching(problem) as string })
  })

  it('reads what it writes', () => {
    for (const [name, values] of [
      ['strength', [0.2, 0.5]],
      ['prompt', ['a, b', 'c']],
    ] as const)
      expect(readAxisText(row(name), writeAxisText(row(name), values))).toEqual({ values: [...values] })
  })
})
