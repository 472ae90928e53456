import 'server-only'
import type { Undone } from '@/lib/models/engine-report'
import { NotUnderstood } from './engine'

/** What the engine can do, in one breath; each operation by itself is in `operations/registry.ts`. */
const abilities =
  'Without one, the local engine can change light, colours, size and frame, write text, cut out the main subject, replace ' +
  'or blur what is behind it, put it into image 2, remove, extend, recolour, change sky, season and weather, and paint ' +
  '(watercolour, oil, pencil …).'
const scenes =
  'Without one, the local engine paints landscapes, seas, cities, space and abstract pictures from words alone.'

/** A refusal that says what went wrong, what the engine can do, and what would do more. */
export function refusal(instruction: string, undone: readonly Undone[], what = abilities): NotUnderstood {
  const [only] = undone
  const why = undone.map(({ text, message }) => `“${shown(text)}”: ${message}`).join(' ')
  const problem = why || `The local engine can do nothing with “${shown(instruction)}”.`
  const reason = only?.reason ?? 'not understood'
  // Where the words were understood, a list of other things helps nobody.
  if (undone.every((one) => one.reason === 'low confidence')) return new NotUnderstood(problem, reason)
  // The way out first: a provider's answer is cut off after a while.
  return new NotUnderstood(`${problem} To have a model try it, set a provider’s API key. ${what}`, reason)
}

/** Nothing to draw in the words, and no picture to change. */
export function undrawable(instruction: string): NotUnderstood {
  const message = 'From words alone the local engine can’t draw this.'
  return refusal(instruction, [{ text: instruction, reason: 'blocked', message }], scenes)
}

/** What was asked for is there already. */
export function noChange(instruction: string, strength: number, hasMask: boolean): NotUnderstood {
  const cause = strength === 0 ? ' at strength 0' : hasMask ? ' inside its mask' : ''
  return new NotUnderstood(
    `“${shown(instruction)}” would change nothing in this picture${cause}. Ask for something else.`,
    'no change',
  )
}

function shown(text: string): string {
  const line = text.trim().replace(/\s+/g, ' ')
  return line.length > 160 ? `${line.slice(0, 159)}…` : line
}
