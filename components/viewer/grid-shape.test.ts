import { describe, expect, it } from 'vitest'
import { gridGap, gridShape } from './grid-shape'

describe('gridShape', () => {
  it('puts two landscapes beside each other where it is wide, and above each other where it is narrow', () => {
    expect(gridShape(2, 1.5, { width: 1000, height: 580 })).toMatchObject({ columns: 2, paneWidth: 497 })
    expect(gridShape(2, 1.5, { width: 366, height: 524 })).toMatchObject({ columns: 1, scrolls: false })
    expect(gridShape(2, 2 / 3, { width: 366, height: 524 }).columns).toBe(2)
  })

  it.each([1, 3, 6, 9, 16, 20, 25, 64, 65])(
    'fits %i panes as large as may be, or scrolls at a useful size',
    (count) => {
      const area = { width: 1400, height: 700 }
      const { columns, paneWidth, paneHeight, scrolls } = gridShape(count, 1, area)
      const rows = Math.ceil(count / columns)
      expect(columns * paneWidth + (columns - 1) * gridGap).toBeLessThanOrEqual(area.width)
      const height = rows * paneHeight + (rows - 1) * gridGap
      if (scrolls) expect(paneWidth).toBeGreaterThanOrEqual(160)
      else expect(height).toBeLessThanOrEqual(area.height)
      expect(scrolls).toBe(count > 25)
    },
  )

  it('gives a phone two columns', () => {
    expect(gridShape(64, 1, { width: 366, height: 524 })).toMatchObject({ columns: 2, scrolls: true })
    expect(gridShape(64, 1, { width: 300, height: 524 }).columns).toBe(1)
  })
})
