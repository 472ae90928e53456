import { expect, it } from 'vitest'
import { defaultChoices } from './share'
import { revealText, sentenceOf } from './share-texts'

it('says what a visitor will see, and what not', () => {
  expect(sentenceOf(defaultChoices, 1)).toBe(
    'Visitors see the result, the input picture, the instruction and the models’ names. ' +
      'They don’t see parameters and seed or the cost.',
  )
  const blind = { ...defaultChoices, modelNames: false, cost: true, voting: true }
  expect(sentenceOf(blind, 3)).toBe(
    'Visitors see 3 results, the input picture, the instruction and the cost. ' +
      'They don’t see parameters and seed or the models’ names. Models are called A, B and so on. ' +
      'They can vote on pairs of results. Cost may tell the models apart.',
  )
  expect(revealText(blind)).toBe('Results, the input picture, the instruction and the cost; blind votes')
})
