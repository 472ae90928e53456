import 'server-only'
import type { Undone } from '@/lib/models/engine-report'
import { NotUnderstood } from './engine'

/** What the engine can do, in one breath; each operation by itself is in `operations/registry.ts`. */
const abilities =
  'It can change light, colours, sharpness, size and frame, write text, cut out the main subject and change, blur or ' +
  'replace what is behind it, put it into another picture, remove it or what a mask covers, extend the canvas, recolour ' +
  'hair, clothes and subjects, replace the sky, change the time of day, season and weather, and paint in styles such as ' +
  'watercolour, oil or pencil. From words alone it paints landscapes, seas, cities, space and abstract pictures.'

/** A refusal that says what went wrong, what the engine can do, and what would do more. */
export function refusal(instruction: string, undone: readonly Undone[]): NotUnderstood {
  const [only] = undone
  const why = undone.map(({ text, message }) => `“${shown(text)}”: ${message}`).join(' ')
  const problem = why || `The local engine can do nothing with “${shown(instruction)}”.`
  const reason = only?.reason ?? 'not understood'
  // Where the words were understood, a list of other things helps nobody.
  if (undone.every((one) => one.reason === 'low confidence')) return new NotUnderstood(problem, reason)
  return new NotUnderstood(`${problem} ${abilities} For anything else set a provider’s API key.`, reason)
}

/** Nothing to draw in the words, and no picture to change. */
export function undrawable(instruction: string): NotUnderstood {
  const message = 'From words alone the local engine can’t draw this.'
  return refusal(instruction, [{ text: instruction, reason: 'blocked', message }])
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
