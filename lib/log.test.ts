import { expect, it } from 'vitest'
import { createLog } from './log'

it('writes one line with the time, and none of the secrets wherever they hide', () => {
  const written: string[] = []
  const log = createLog(['secret-key', 'hunter2'], (text) => void written.push(text))
  const cause = new Error('Authorization: Bearer secret-key')
  log('secret-key failed', new Error('postgres://me:hunter2@db', { cause }))
  expect(written).toHaveLength(1)
  expect(written[0]).toMatch(/^\d{4}-\d{2}-\d{2}T.* diptych: \[key\] failed /)
  expect(written[0]).not.toMatch(/secret-key|hunter2/)
  expect(written[0]).toContain('Bearer [key]')
})
