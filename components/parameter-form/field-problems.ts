import type { Model } from '@/lib/models/model'
import { isSharedRole, labelOf, type Parameter } from '@/lib/models/parameter'
import { sweptName } from '@/lib/models/run-plan'
import { sharedRow } from '@/lib/models/shared-rows'
import { hasOwnInstructions, isBatch } from './batch/form-batch'
import { choiceTitles } from './choices/choice-titles'
import {
  axisPath,
  batchPaths,
  isOwnRole,
  modelsOf,
  overridePath,
  ownPath,
  sharedPath,
  type PlaygroundValues,
} from './playground-values'

/** Found by the table here, or told by the server at the last run. */
export type ErrorType = 'table' | 'server'

/** One thing that is wrong, at the form path where it is shown. */
export interface FieldProblem {
  path: string
  /** Names the models that say it, where others don't. */
  message: string
  /** Which of the form's choices say it. */
  choices: number[]
  /** The models that say it can be left out, and the others run. */
  isOfSome?: true
}

/** What one cell's model says is wrong, as the schema (zod) or the server names it. */
export interface CellIssue {
  /** Index into the plan's choices. */
  choice: number
  /** Begins with a parameter's name. */
  path: readonly PropertyKey[]
  message: string
  keys?: readonly string[]
}

/**
 * From the tables' names to the form's paths: a shared value above, by its role; what one model has, in its section;
 * what is swept, at its axis. What several say of the same field in the same words is said once.
 */
export function placeIssues(values: PlaygroundValues, issues: readonly CellIssue[]): FieldProblem[] {
  const found = new Map<string, { path: string; message: string; choices: Set<number> }>()
  const models = modelsOf(values.choices)
  for (const issue of issues)
    for (const path of pathsOf(values, issue)) {
      const isBesideBatch = isBatch(values.batch) && /\bimages$/.test(path)
      const note = isBesideBatch ? ' The picture of the batch is one of them.' : ''
      const message = inSharedWords(models, issue) + note
      const key = `${path} ${message}`
      const known = found.get(key) ?? { path, message, choices: new Set() }
      found.set(key, { ...known, choices: known.choices.add(issue.choice) })
    }
  const titles = choiceTitles(values.choices)
  return [...found.values()].map(({ path, message, choices }) => {
    const own = path.startsWith('choices.') || choices.size === values.choices.length
    const who = [...choices].map((choice) => titles[choice] ?? '')
    return {
      path,
      message: own ? message : `${listed([...new Set(who)])}: ${message}`,
      choices: [...choices],
      ...(!own && { isOfSome: true as const }),
    }
  })
}

/** What one model calls a prompt and another an instruction is one field: it is called as its label is. */
function inSharedWords(models: readonly Model[], { choice, path: [name], message }: CellIssue): string {
  const row = models[choice]?.parameters.find((parameter) => parameter.name === name)
  const shared = row && isSharedRole(row.role) ? sharedRow(models, row.role) : undefined
  if (!row || !shared || !message.startsWith(labelOf(row))) return message
  return labelOf(shared) + message.slice(labelOf(row).length)
}

function pathsOf(values: PlaygroundValues, { choice, path, keys }: CellIssue): string[] {
  // A name the model does not have: the issue stands at the object, its keys say where it belongs.
  if (keys) return keys.map((key) => ownPath(choice, key))
  const [name] = path
  if (typeof name !== 'string' || name === '') return ['root']
  const model = modelsOf(values.choices)[choice]
  const row = model?.parameters.find((parameter) => parameter.name === name)
  if (name === 'mask' || row?.role === 'mask') return [maskPath(values, choice)]
  if (row?.role === 'images' && isBatch(values.batch)) return [batchPicturesPath(values, choice)]
  return [row ? placeOf(values, choice, row) : ownPath(choice, name)]
}

/** The mask of the pictures that one choice gets, whether or not its model takes masks itself. */
function maskPath({ choices }: PlaygroundValues, choice: number): string {
  const hasOwn = choices[choice]?.override?.images !== undefined
  return hasOwn ? overridePath(choice, 'mask') : sharedPath('mask')
}

/** A batch gives one picture at a time: if there are too many, they are among those that go along. */
function batchPicturesPath({ input, choices }: PlaygroundValues, choice: number): string {
  const own = choices[choice]?.override?.images
  if ((own ?? input.images).length === 0) return batchPaths.pictures
  return own ? overridePath(choice, 'images') : sharedPath('images')
}

/** Where the value comes from that a row of one choice gets. */
function placeOf({ choices, sweep, batch }: PlaygroundValues, choice: number, row: Parameter): string {
  const axis = sweep.axes.findIndex(({ parameter }) => parameter === sweptName(row))
  if (axis >= 0) return axisPath(axis)
  if (row.role === 'prompt' && hasOwnInstructions(batch)) return batchPaths.instructions
  if (!isOwnRole(row.role)) return ownPath(choice, row.name)
  const hasOwn = choices[choice]?.override?.[row.role] !== undefined
  // Samples go on from the shared seed, whatever a model was given of its own.
  return hasOwn && !(row.role === 'seed' && sweep.samples > 1)
    ? overridePath(choice, row.role)
    : sharedPath(row.role)
}

/**
 * The required rows without a value, read off the table: known before the schema is loaded, so that the first screen
 * can already say why it can't run.
 */
export function missingRows(
  model: Model,
  values: Record<string, unknown>,
): { name: string; message: string }[] {
  return model.parameters
    .filter((row) => row.required && isBlank(values[row.name]))
    .map((row) => ({ name: row.name, message: missingMessage(row) }))
}

function missingMessage(row: Parameter): string {
  if (row.kind === 'text') return `${labelOf(row)} is missing: write what should change.`
  if (row.kind === 'images') return `${labelOf(row)}: add at least one picture.`
  return `${labelOf(row)} is missing.`
}

function isBlank(value: unknown): boolean {
  return value === undefined || (typeof value === 'string' && value.trim() === '')
}

/** "A", "A and B", "A, B and C" */
export function listed(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
}
