import { expect, it } from 'vitest'
import type { CellMeasures } from '../measure-texts'
import { predictionView } from '../prediction-view-for-tests'
import { boardJson, boardRecords, type BoardToExport } from './board-records'

const measures = new Map<number, CellMeasures>([
  [
    0,
    {
      state: 'done',
      measures: {
        alignment: { state: 'found', alignment: { shift: { x: 3, y: -4 }, scale: 1.02, confidence: 0.9 } },
        changed: 0.25,
        ssim: 0.9,
      },
    },
  ],
])
const board: BoardToExport = {
  run: {
    id: 'run',
    createdAt: 0,
    input: { prompt: 'Make it night', images: [] },
    choices: [{ modelId: 'flux-dev', values: {} }],
    axes: [{ parameter: 'strength', values: [0.2, 0.5] }],
    predictions: [],
  },
  predictions: [
    predictionView(0),
    predictionView(1, {
      status: 'failed',
      state: 'failed',
      assets: [],
      error: '=evil()',
      input: { prompt: 'Make it night', images: ['x', 'y'] },
    }),
  ],
  titles: ['strength 0.2', 'strength 0.5'],
  measures,
}

it('makes one record of each cell, with every value and measure', () => {
  const { columns, rows } = boardRecords(board)
  expect(rows[0]).toMatchObject({
    cell: 1,
    title: 'strength 0.2',
    time_seconds: 7,
    waited_seconds: 1,
    cost_cents: 2,
    seed: 7,
    width: 1024,
    'input.strength': 0.5,
    changed_share: 0.25,
    shift_y_px: -4,
  })
  expect(rows[1]).toMatchObject({ state: 'failed', error: '=evil()', 'input.images': 'x y' })
  expect(rows[1]?.time_seconds).toBeUndefined()
  for (const row of rows) expect(columns).toEqual(expect.arrayContaining(Object.keys(row)))
  expect(new Set(columns).size).toBe(columns.length)
})

it('names the file that each cell of a batch was made of', () => {
  const axes = [{ parameter: 'images', values: ['a', 'b'], names: ['cat.png', '=evil().png'] }]
  const { columns, rows } = boardRecords({ ...board, run: { ...board.run, axes } })
  expect(columns).toContain('picture_file')
  expect(rows.map((row) => row.picture_file)).toEqual(['cat.png', '=evil().png'])
  expect(boardRecords(board).columns).not.toContain('picture_file')
})

it('tells the whole plan and each cell as JSON', () => {
  const told = JSON.parse(boardJson(board)) as { run: object; cells: object[] }
  expect(told.run).toMatchObject({ axes: [{ parameter: 'strength', values: [0.2, 0.5] }] })
  expect(told.cells[0]).toMatchObject({ title: 'strength 0.2', measures: { ssim: 0.9 } })
  expect(told.cells[1]).toMatchObject({ measures: null, state: 'failed' })
})
