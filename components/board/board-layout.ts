import {
  cellsOf,
  sweptRow,
  type Axis,
  type AxisValue,
  type AxisValues,
  type Cell,
} from '@/lib/models/run-plan'
import { pictureName } from '@/lib/models/batch'
import { findModel } from '@/lib/models/registry'
import { choiceLabels, nameOf, textOfValue } from './choice-labels'

/** A row of the board. */
export interface BoardRow {
  heading?: string
  /** Of a batch: the asset that this row is about. */
  picture?: string
  /** Positions of cells, one for each column; null where there is none. */
  slots: (number | null)[]
  /** Set where this row's model has no such parameter and was run once: then the row is that one cell, and this says why. */
  note?: string
}

export interface BoardSection {
  heading?: string
  /** None where the cells are a list that wraps. */
  columns: string[]
  rows: BoardRow[]
}

export interface BoardLayout {
  /** `list`: one dimension, cells with their own headings. `table`: columns, rows, and sections for what is left. */
  kind: 'list' | 'table'
  sections: BoardSection[]
  /** By position: the whole heading of a cell, as it reads when it stands alone. */
  titles: string[]
  /** By position: what the column says, for where a row is looked at by itself. */
  columnOf: string[]
  /** By position, of a batch: the asset that stands beside the heading. */
  pictures: (string | undefined)[]
  /** How many cells stand beside each other where all have their own heading. */
  sheetColumns: number
}

/** What varies over the board. A cell's place in it is an index, or null where its model lacks the parameter. */
interface Dimension {
  isModels?: true
  placeOf(cell: Cell): number | null
  headingOf(place: number | null): string
  /** Of a batch: the asset that a place stands for. */
  pictureOf?(place: number | null): string | undefined
}

type Plan = Parameters<typeof cellsOf>[0]

/**
 * Where each cell of a run stands. What is the same in all cells is no dimension. The last dimension makes the columns,
 * the one before it the rows, all others the sections. Of a batch each picture is a row.
 */
export function layOutBoard(plan: Plan): BoardLayout {
  const cells = cellsOf(plan)
  const dimensions = inOrder(dimensionsOf(plan).filter(({ placeOf }) => new Set(cells.map(placeOf)).size > 1))
  const batch = dimensions.find(({ pictureOf }) => pictureOf)
  const pictures = cells.map((cell) => batch?.pictureOf?.(batch.placeOf(cell)))
  const columns = dimensions.at(-1)
  const rows = dimensions.at(-2)
  const outer = dimensions.slice(0, -2)
  const titles = cells.map((cell) => dimensions.map((one) => one.headingOf(one.placeOf(cell))).join(', '))
  const columnOf = cells.map((cell) => columns?.headingOf(columns.placeOf(cell)) ?? '')
  if (!columns || !rows) {
    const section = { columns: [], rows: [{ slots: cells.map((_, position) => position) }] }
    const sheetColumns = Math.ceil(Math.sqrt(cells.length))
    return { kind: 'list', sections: [section], titles, columnOf, pictures, sheetColumns }
  }
  const positions = cells.map((_, position) => position)
  const at = (dimension: Dimension) => (position: number) => dimension.placeOf(cells[position]!)
  const groups = groupBy(positions, (position) => outer.map((one) => at(one)(position)).join())
  const sections = groups.map((group): BoardSection => {
    const places = sortedPlaces(group.map(at(columns)))
    return {
      heading: outer.map((one) => one.headingOf(at(one)(group[0]!))).join(', ') || undefined,
      columns: places.map(columns.headingOf),
      rows: groupBy(group, at(rows)).map((row) => layOutRow(row, places, rows, columns, at)),
    }
  })
  const isRegular = sections.every((one) =>
    one.rows.every((row) => row.slots.length === sections[0]?.columns.length),
  )
  const sheetColumns = isRegular ? (sections[0]?.columns.length ?? 1) : Math.ceil(Math.sqrt(cells.length))
  return { kind: 'table', sections, titles, columnOf, pictures, sheetColumns }
}

function layOutRow(
  row: number[],
  places: (number | null)[],
  rows: Dimension,
  columns: Dimension,
  at: (dimension: Dimension) => (position: number) => number | null,
): BoardRow {
  const place = at(rows)(row[0]!)
  const heading = rows.headingOf(place)
  const picture = rows.pictureOf?.(place)
  const named = { heading, ...(picture !== undefined && { picture }) }
  const once = row.find((position) => at(columns)(position) === null)
  if (once !== undefined && places.length > 1)
    return { ...named, slots: [once], note: columns.headingOf(null) }
  return {
    ...named,
    slots: places.map((place) => row.find((position) => at(columns)(position) === place) ?? null),
  }
}

/** The pictures of a batch go down the board, the models across: what each made of a picture stands side by side. */
function inOrder(dimensions: Dimension[]): Dimension[] {
  const batch = dimensions.find(({ pictureOf }) => pictureOf)
  const others = dimensions.filter((one) => one !== batch)
  const columns = others.find(({ isModels }) => isModels) ?? others.at(-1)
  if (!batch || !columns) return dimensions
  return [...others.filter((one) => one !== columns), batch, columns]
}

/** Without the null, unless there is nothing else. */
function sortedPlaces(places: (number | null)[]): (number | null)[] {
  const known = [...new Set(places.filter((place) => place !== null))].sort((a, b) => a - b)
  return known.length > 0 ? known : [null]
}

function dimensionsOf({ choices, axes = [] }: Plan): Dimension[] {
  const labels = choiceLabels(choices)
  const models: Dimension = {
    isModels: true,
    placeOf: ({ choice }) => choice,
    headingOf: (place) => labels[place ?? 0] ?? '',
  }
  const modelIds = choices.map(({ modelId }) => modelId)
  return [models, ...axes.map((axis, index) => axisDimension(axis, index, modelIds))]
}

function axisDimension(axis: Axis, index: number, modelIds: string[]): Dimension {
  return {
    placeOf: ({ at }) => at[index] ?? null,
    headingOf: (place) =>
      place === null ? `no ${axisName(axis, modelIds)}: run once` : headingOfPlace(axis, place, modelIds),
    ...(axis.parameter === 'images' && {
      pictureOf: (place: number | null) => (place === null ? undefined : String(axis.values[place])),
    }),
  }
}

/** What the swept parameter is called by the first of the models that has it. */
export function axisName(axis: Pick<AxisValues, 'parameter'>, modelIds: readonly string[]): string {
  const owner = modelIds.find((id) => {
    const model = findModel(id)
    return model && sweptRow(model, axis.parameter)
  })
  return owner ? nameOf(owner, axis.parameter) : nameOf('', axis.parameter)
}

/** Pictures of a batch are named; what changes along with them is said beside. */
function headingOfPlace(axis: Axis, place: number, modelIds: string[]): string {
  const { paired } = axis
  const heading =
    axis.parameter === 'images'
      ? pictureName(axis, place)
      : headingOfValue(axis, axis.values[place], modelIds)
  return paired ? `${heading}, ${headingOfValue(paired, paired.values[place], modelIds)}` : heading
}

function headingOfValue(axis: AxisValues, value: AxisValue | undefined, modelIds: string[]): string {
  return axis.parameter === 'prompt' ? `“${value}”` : `${axisName(axis, modelIds)} ${textOfValue(value)}`
}

/** In the order in which the groups first appear. */
function groupBy<K>(positions: number[], keyOf: (position: number) => K): number[][] {
  const groups = new Map<K, number[]>()
  for (const position of positions) {
    const group = groups.get(keyOf(position))
    if (group) group.push(position)
    else groups.set(keyOf(position), [position])
  }
  return [...groups.values()]
}
