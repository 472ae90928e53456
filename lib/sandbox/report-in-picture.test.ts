import sharp from 'sharp'
import { expect, test } from 'vitest'
import type { EngineReport } from '@/lib/models/engine-report'
import { readReport, reportXmp } from './report-in-picture'

const report: EngineReport = {
  engine: 'test',
  version: '2',
  seed: null,
  steps: [
    {
      operation: 'text',
      description: 'wrote “<b>&amp; 🎈”',
      parameters: { text: 'a "quoted"\nline\t&quot;' },
      scope: 'whole picture',
      milliseconds: 3,
      notes: ['ÄÖÜ'],
      confidence: 0.91,
    },
  ],
  undone: [{ text: 'make it sing', reason: 'blocked', message: 'No.' }],
}

const picture = () => sharp({ create: { width: 9, height: 7, channels: 3, background: '#a64' } })

test.each(['png', 'jpeg', 'webp'] as const)('%s holds the report as it was', async (format) => {
  const bytes = await picture().withXmp(reportXmp(report)).toFormat(format).toBuffer()
  expect(await readReport(bytes)).toEqual(report)
})

test('other pictures hold none', async () => {
  expect(await readReport(await picture().png().toBuffer())).toBeUndefined()
  const foreign = picture().withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/" diptych:report="{oops"/>')
  expect(await readReport(await foreign.png().toBuffer())).toBeUndefined()
})
