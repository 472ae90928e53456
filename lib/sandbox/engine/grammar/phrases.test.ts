import { describe, expect, test } from 'vitest'
import { readScene } from '../landscape/scene'
import { scopeText } from '../regions/scope-text'
import { understand } from './understand'
import { firstPhrases, ownPhrases, type Phrase } from './phrases-for-tests'

/** "blur @background", as the phrases have it. */
function read({ text, images, hasMask }: Phrase) {
  const { steps, undone } = understand(text, images ?? 1, hasMask ?? false)
  const named = steps.map(({ operation, scope }) => {
    const where = scopeText(scope).replace(/^the /, '')
    return where === 'whole picture' ? operation : `${operation} @${where}`
  })
  const scene = images === 0 && readScene(text)
  return { steps: scene ? ['scene', ...named] : named, reasons: undone.map(({ reason }) => reason) }
}

describe.each([
  ['written before the rules', ownPhrases],
  ['of the first proof', firstPhrases],
])('phrases %s', (_, phrases) => {
  test.each(phrases.map((phrase) => [phrase.text, phrase] as const))('%s', (_, phrase) => {
    const { steps, reasons } = read(phrase)
    expect(steps).toHaveLength(phrase.steps.length)
    phrase.steps.forEach((wanted, index) => expect(wanted.split(' | ')).toContain(steps[index]))
    if (phrase.images === 0 && phrase.steps.length === 0) return
    if (phrase.undone) expect(reasons).toContain(phrase.undone)
    else expect(reasons).toEqual([])
  })
})
