import { expect, test } from 'vitest'
import { understand } from '../grammar/understand'

/** Tests that each phrase asks one picture for these operations, in order, and that nothing of it is left over. */
export function testPhrases(phrases: Record<string, readonly string[]>): void {
  for (const [operation, texts] of Object.entries(phrases))
    test.each(texts)(`${operation}: %s`, (text) => {
      const { steps, undone } = understand(text, 1, false)
      expect(steps.map((step) => step.operation)).toEqual([operation])
      expect(undone).toEqual([])
    })
}
