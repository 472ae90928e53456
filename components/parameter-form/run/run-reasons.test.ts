import { describe, expect, it } from 'vitest'
import { checkPlan } from '@/lib/models/plan-check'
import type { ProviderAccess } from '@/lib/models/pre-flight'
import { modelById, models } from '@/lib/models/registry'
import { formatCents } from '@/components/ui/format-cents'
import type { FieldProblem } from '../field-problems'
import type { Upload } from '../pictures/upload-queue'
import { planOf } from '../plan-of-values'
import { noSweep, type PlaygroundValues } from '../playground-values'
import { runLabel, usualTime } from './price-label'
import { runReasons } from './run-reasons'
import { totalSentence } from './run-total'

const live: ProviderAccess = { mode: 'live', canReceivePictures: true }
const access = { vibedream: live, wavespeed: live, bytecompute: live }
const closed = { ...access, vibedream: { mode: 'live', canReceivePictures: false } } as const
const one = [{ modelId: 'flux-2-klein-9b-edit', values: {} }]
const all = models.map(({ id }) => ({ modelId: id, values: {} }))
const input = { prompt: 'x', images: ['a'] }

interface Given extends Partial<PlaygroundValues> {
  problems?: FieldProblem[]
  uploads?: Pick<Upload, 'name' | 'state'>[]
  reach?: Record<keyof typeof access, ProviderAccess>
}
function reasons({ problems = [], uploads = [], reach = access, ...rest }: Given) {
  const values = { input, choices: one, sweep: noSweep, ...rest }
  const plan = planOf(values)
  return runReasons({ values, plan, check: checkPlan(plan, new Map(), reach), problems, uploads })
}

describe('why it can’t run', () => {
  it('is nothing when all is there; a note is no reason', () => {
    expect(reasons({})).toEqual([])
    expect(reasons({ choices: all, masks: { a: 'm' }, input: { ...input, images: ['a'] } })).toEqual([])
  })

  it('is everything at once, each once', () => {
    const found = reasons({
      input: { prompt: '  ', images: [] },
      problems: [
        { path: 'input.prompt', message: 'Instruction is empty. Write what should change.', choices: [0] },
        { path: 'input.seed', message: 'Seed must be from 0 to 10000.', choices: [0] },
      ],
      uploads: [
        { name: 'a.jpg', state: 'sending' },
        { name: 'b.jpg', state: 'waiting' },
        { name: 'c.svg', state: 'failed' },
      ],
    })
    expect(found).toEqual([
      { path: 'input.prompt', text: 'Instruction is missing: write what should change.' },
      { path: 'input.images', text: 'Images: add at least one picture.' },
      { path: 'input.seed', text: 'Seed must be from 0 to 10000.' },
      { text: '2 pictures are still uploading.' },
      { text: 'c.svg could not be added: try again or dismiss it.' },
    ])
    expect(reasons({ reach: closed })).toEqual([{ text: expect.stringContaining('PUBLIC_URL') as string }])
  })

  it('offers to leave out the models that can’t take what others can', () => {
    const found = reasons({ choices: all, reach: closed })
    expect(found).toEqual([
      {
        text: expect.stringMatching(
          /^FLUX.2 Klein 9B Edit, FLUX.2 \[pro\] Edit and FLUX.1 Dev: This provider takes/,
        ) as string,
        leaveOut: [0, 1, 2],
      },
    ])
    expect(reasons({ choices: all, input: { prompt: 'x', images: [] } })).toEqual([
      {
        path: 'input.images',
        text: 'FLUX.2 Klein 9B Edit, FLUX.2 [pro] Edit and FLUX.2 Klein Base 9B Edit: Images: add at least one picture.',
        leaveOut: [0, 1, 3],
      },
    ])
  })

  it('names the model of a problem in its section, the second of the same too', () => {
    const problem = {
      path: 'choices.1.values.strength',
      message: 'Strength must be from 0 to 1.',
      choices: [1],
    }
    const twice = [0, 1].map(() => ({ modelId: 'flux-dev', values: {} }))
    expect(reasons({ choices: twice, problems: [problem] })).toEqual([
      { path: problem.path, text: 'FLUX.1 Dev (2): Strength must be from 0 to 1.' },
    ])
  })

  it('is a batch whose instructions don’t fit, and not that none stands above; few of many', () => {
    const pictures = ['a', 'b', 'c', 'd'].map((id) => ({ id, name: `${id}.png` }))
    const rows = ['a', 'v', 'w', 'x', 'y'].map((name, index) => ({
      line: index + 1,
      file: `${name}.png`,
      text: 't',
    }))
    const batch = { pictures, text: 't', rows }
    const empty = { images: [] }
    const found = reasons({ input: empty, batch })
    expect(found.map(({ path }) => path)).toEqual(Array(4).fill('batch.instructions'))
    expect(found[0]?.text).toBe('Line 2: no picture here is called “v.png”.')
    expect(found[3]?.text).toBe('4 more problems with the instructions of the batch.')
    const fitting = { ...batch, pictures: pictures.slice(0, 1), rows: rows.slice(0, 1) }
    expect(reasons({ input: empty, batch: fitting })).toEqual([])
    const swept = { samples: 1, axes: [{ parameter: 'prompt', text: 'x || y' }] }
    expect(reasons({ input: empty, batch: fitting, sweep: swept })).toEqual([
      { path: 'batch.instructions', text: expect.stringContaining('remove one or the other') as string },
    ])
    // Without instructions of its own it needs the one for all.
    expect(reasons({ input: empty, batch: { ...batch, rows: [] } })).toEqual([
      { path: 'input.prompt', text: 'Instruction is missing: write what should change.' },
    ])
  })

  it('is an axis that can’t be read, and too many predictions', () => {
    const axes = [{ parameter: 'strength', text: '0.2, big' }]
    expect(reasons({ choices: all, sweep: { samples: 1, axes } })).toEqual([
      { path: 'sweep.axes.0', text: expect.stringMatching(/^Sweep of strength: “big” is not/) as string },
    ])
    expect(reasons({ choices: all, sweep: { samples: 16, axes: [] } })[0]?.text).toMatch(
      /^This would be 80 predictions; one run takes at most 64/,
    )
    const pictures = Array.from({ length: 257 }, (_, index) => ({ id: `${index}`, name: `${index}.png` }))
    const batch = { pictures, text: '', rows: [] }
    // Its pictures are not missing.
    const alone = { ...input, images: [] }
    expect(reasons({ batch, input: alone })).toEqual([
      {
        text: 'This would be 257 predictions; one run takes at most 256. Try fewer pictures, samples or models.',
      },
    ])
    expect(reasons({ batch: { ...batch, pictures: pictures.slice(1) }, input: alone })).toEqual([])
  })
})

describe('prices and times', () => {
  it('read as people write them', () => {
    expect([0.3, 2, 1.6, 0.1 + 0.2, 120].map(formatCents)).toEqual(['0.3¢', '2¢', '1.6¢', '0.3¢', '$1.20'])
    expect(runLabel({ count: 1, cents: 2, isFree: false })).toBe('Run · 2¢')
    expect(runLabel({ count: 1, cents: 0, isFree: true })).toBe('Run · free (sandbox)')
    // The number of images is not a number just now.
    expect(runLabel({ count: 1, cents: NaN, isFree: false })).toBe('Run')
    expect(runLabel({ count: 5, cents: 14.6, isFree: false })).toBe('Run 5 · 14.6¢')
    expect(runLabel({ count: 5, cents: 0, isFree: true })).toBe('Run 5 · free (sandbox)')
    expect(usualTime(modelById('flux-2-klein-9b-edit'))).toBe('1–2 min')
    expect(usualTime(modelById('flux-dev'))).toBe('5–15 s')
  })

  it('count the pictures of a batch', () => {
    const pictures = ['a', 'b', 'c'].map((id) => ({ id, name: id }))
    const batch = { pictures, text: '', rows: [] }
    const plan = planOf({ input, choices: all, sweep: noSweep, batch })
    expect(totalSentence(plan, checkPlan(plan, new Map(), access))).toBe(
      '5 models, 3 pictures: 15 predictions · 38.7¢',
    )
  })

  it('tell what a number of predictions is made of', () => {
    const sweep = { samples: 3, axes: [{ parameter: 'strength', text: '0.2, 0.5, 0.8' }] }
    const plan = planOf({ input, choices: all, sweep })
    expect(totalSentence(plan, checkPlan(plan, new Map(), access))).toBe(
      '5 models, 3 values of strength, 3 samples each: 21 predictions · 50.7¢',
    )
    const sandbox = { ...access, bytecompute: { ...live, mode: 'sandbox' } } as const
    const plain = planOf({ input, choices: all, sweep: noSweep })
    expect(totalSentence(plain, checkPlan(plain, new Map(), sandbox))).toBe(
      '5 models: 5 predictions, 1 of them free (sandbox) · 12.6¢',
    )
  })
})
