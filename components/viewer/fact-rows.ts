import type { Frame } from './frame'

export interface FactRow {
  name: string
  /** One for each column; undefined where a picture has no such fact. */
  values: (string | undefined)[]
  /** All columns say the same, and there is more than one. */
  same: boolean
}

/** Pictures of which something is known are columns; every name that any of them has is a row, in order of first use. */
export function factTable(frames: readonly Frame[]): { columns: Frame[]; rows: FactRow[] } {
  const columns = frames.filter(({ facts }) => facts && facts.length > 0)
  const names = new Set(columns.flatMap(({ facts = [] }) => facts.map(({ name }) => name)))
  const rows = [...names].map((name) => {
    const values = columns.map(({ facts }) => facts?.find((fact) => fact.name === name)?.value)
    return { name, values, same: values.length > 1 && values.every((value) => value === values[0]) }
  })
  return { columns, rows }
}
