import 'server-only'
import type { Undone } from '@/lib/models/engine-report'
import { NotUnderstood } from './engine'
import { sceneWords } from './landscape/scene'
import { operations } from './operations/registry'

/** A refusal that says what went wrong, what the engine can do, and what would do more. */
export function refusal(problem: string, undone: readonly Undone[] = []): NotUnderstood {
  const names = operations.map(({ name }) => name).join(', ')
  const why = undone.map(({ text, message }) => `“${shown(text)}”: ${message}`).join(' ')
  return new NotUnderstood(
    `${why || `The sandbox can’t do “${shown(problem)}”.`} The sandbox on this machine can do: ${names}. From words alone it draws landscapes: ` +
      `${sceneWords.join(', ')}. Everything else needs a real model: set a provider’s API key.`,
    undone[0]?.reason,
  )
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
