import { describe, expect, it } from 'vitest'
import { modelById } from '@/lib/models/registry'
import { formatCents } from '@/components/ui/format-cents'
import { runLabel, usualTime } from './price-label'
import { runReasons } from './run-reasons'

const model = modelById('flux-2-klein-9b-edit')
const ready = {
  model,
  values: { input: { prompt: 'x', images: ['a'] }, choice: { modelId: model.id, values: {} } },
  problems: [],
  uploads: [],
  preFlight: { cents: 2, notes: [] },
}

describe('why it can’t run', () => {
  it('is nothing when all is there; a note is no reason', () => {
    const notes = [{ level: 'warning', text: 'Another shape.' } as const]
    expect(runReasons({ ...ready, preFlight: { cents: 2, notes } })).toEqual([])
  })

  it('is everything at once, each once', () => {
    const values = { ...ready.values, input: { prompt: '  ', images: [] } }
    const reasons = runReasons({
      ...ready,
      values,
      problems: [
        { path: 'input.prompt', message: 'Instruction is empty. Write what should change.' },
        { path: 'input.seed', message: 'Seed must be from 0 to 10000.' },
      ],
      uploads: [
        { name: 'a.jpg', state: 'sending' },
        { name: 'b.jpg', state: 'waiting' },
        { name: 'c.svg', state: 'failed' },
      ],
      preFlight: { cents: 2, notes: [{ level: 'blocked', text: 'No public address.' }] },
    })
    expect(reasons).toEqual([
      { path: 'input.prompt', text: 'Instruction is missing: write what should change.' },
      { path: 'input.images', text: 'Images: add at least one picture.' },
      { path: 'input.seed', text: 'Seed must be from 0 to 10000.' },
      { text: '2 pictures are still uploading.' },
      { text: 'c.svg could not be added: try again or dismiss it.' },
      { text: 'No public address.' },
    ])
  })
})

describe('prices and times', () => {
  it('read as people write them', () => {
    expect([0.3, 2, 1.6, 0.1 + 0.2, 120].map(formatCents)).toEqual(['0.3¢', '2¢', '1.6¢', '0.3¢', '$1.20'])
    expect(runLabel(2, 'live')).toBe('Run · 2¢')
    expect(runLabel(2, 'sandbox')).toBe('Run · free (sandbox)')
    // The number of images is not a number just now.
    expect(runLabel(NaN, 'live')).toBe('Run')
    expect(usualTime(model)).toBe('1–2 min')
    expect(usualTime(modelById('flux-dev'))).toBe('5–15 s')
  })
})
