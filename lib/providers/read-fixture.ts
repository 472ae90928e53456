import { readFileSync } from 'node:fs'

/** A recorded answer or example request below `fixtures/`, such as "vibedream/flux-dev.completed". For tests. */
export function readFixture(name: string): Record<string, unknown> {
  const file = new URL(`./fixtures/${name}.json`, import.meta.url)
  return JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>
}
