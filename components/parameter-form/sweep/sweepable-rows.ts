import type { Model } from '@/lib/models/model'
import { labelOf, type Parameter, type ParameterOf } from '@/lib/models/parameter'
import { sweptName, type AxisValue } from '@/lib/models/run-plan'
import { readSize } from '@/lib/models/size'
import { optionLabel, sizePresets } from '../widgets/size-choices'

/** A parameter that can be varied over the chosen models. */
export interface SweepableRow {
  /** As an axis names it. */
  name: string
  label: string
  /** The row by which a written axis is read: the narrowest of the models that have it. */
  row: Parameter
  /** The values to tick, which every model that has the row takes. Absent where values are written. */
  options?: { value: AxisValue; label: string }[]
  /** The models that have it; the others are run once. */
  models: Model[]
}

/** Everything that at least one of the models lets vary, in the order of their tables. */
export function sweepableRows(models: readonly Model[]): SweepableRow[] {
  const byName = new Map<string, { model: Model; row: Parameter }[]>()
  for (const model of new Set(models))
    for (const row of model.parameters) {
      const name = sweptName(row)
      byName.set(name, [...(byName.get(name) ?? []), { model, row }])
    }
  return [...byName].flatMap(([name, owners]) => sweepable(name, owners) ?? [])
}

function sweepable(name: string, owners: { model: Model; row: Parameter }[]): SweepableRow | undefined {
  const rows = owners.map(({ row }) => row)
  const [first] = rows
  if (!first || first.role === 'sync' || first.role === 'base64') return undefined
  const found = { name, label: labelOf(first), models: owners.map(({ model }) => model) }
  switch (first.kind) {
    case 'text':
      return { ...found, row: first }
    case 'integer':
    case 'number':
    case 'seed': {
      const numbers = ofKind(rows, first.kind)
      const row = {
        ...first,
        min: Math.max(...numbers.map(({ min }) => min)),
        max: Math.min(...numbers.map(({ max }) => max)),
      }
      return { ...found, row }
    }
    case 'boolean':
      return {
        ...found,
        row: first,
        options: [
          { value: true, label: 'On' },
          { value: false, label: 'Off' },
        ],
      }
    case 'choice': {
      const lists = ofKind(rows, 'choice').map(({ options }) => options)
      const values = first.options.filter((value) => lists.every((list) => list.includes(value)))
      return withOptions(
        found,
        first,
        values.map((value) => ({ value, label: value })),
      )
    }
    case 'size':
      return withOptions(found, first, sizesOfAll(ofKind(rows, 'size')))
    default:
      return undefined
  }
}

/** With nothing to choose between there is nothing to vary. */
function withOptions(
  found: Omit<SweepableRow, 'row' | 'options'>,
  row: Parameter,
  options: { value: string; label: string }[],
): SweepableRow | undefined {
  return options.length > 1 ? { ...found, row, options } : undefined
}

function sizesOfAll(rows: ParameterOf<'size'>[]): { value: string; label: string }[] {
  const listed = rows.find((row) => 'options' in row) ?? rows[0]
  if (!listed) return []
  const offered =
    'options' in listed
      ? listed.options.map((option) => ({ value: option.value, label: optionLabel(option) }))
      : sizePresets(listed)
  return offered.filter(({ value }) => rows.every((row) => takesSize(row, value)))
}

function takesSize(row: ParameterOf<'size'>, value: string): boolean {
  if ('options' in row) return row.options.some((option) => option.value === value)
  const size = readSize(value)
  return (
    size !== undefined &&
    value.includes(row.separator) &&
    [size.width, size.height].every((side) => side >= row.min && side <= row.max)
  )
}

function ofKind<K extends Parameter['kind']>(rows: readonly Parameter[], kind: K): ParameterOf<K>[] {
  return rows.filter((row): row is ParameterOf<K> => row.kind === kind)
}
