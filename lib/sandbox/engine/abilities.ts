import 'server-only'
import { NotUnderstood } from './engine'
import { sceneWords } from './landscape/scene'
import { operations } from './operations/registry'

/** A refusal that says what went wrong, what the engine can do, and what would do more. */
export function refusal(problem: string): NotUnderstood {
  const names = operations.map(({ name }) => name).join(', ')
  return new NotUnderstood(
    `${problem} The sandbox on this machine can do: ${names}. From words alone it draws landscapes: ` +
      `${sceneWords.join(', ')}. Everything else needs a real model: set a provider’s API key.`,
  )
}
