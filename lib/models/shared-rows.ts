import { parameterWithRole, type Model } from './model'
import type { Parameter, SeedParameter, SharedRole } from './parameter'

const roles: readonly SharedRole[] = ['prompt', 'images', 'mask', 'seed']

/**
 * One row for each shared value that any of the models takes, made of their own rows: the form asks for it once. Of a
 * single model these are its own rows, unchanged.
 */
export function sharedRows(models: readonly Model[]): Parameter[] {
  return roles.flatMap((role) => sharedRow(models, role) ?? [])
}

/** The row for one shared value, or undefined if none of the models takes it. */
export function sharedRow(models: readonly Model[], role: SharedRole): Parameter | undefined {
  const rows = [...new Set(models)].flatMap((model) => parameterWithRole(model, role) ?? [])
  const [first, ...others] = rows
  if (!first || others.length === 0) return first
  const required = rows.some((row) => row.required) ? { required: true as const } : { required: undefined }
  // What one provider's page is silent about says nothing of the others'.
  const common = { ...required, name: role, decided: undefined }
  switch (first.kind) {
    case 'text': {
      const lengths = rows.map((row) => (row.kind === 'text' ? row.maxLength : Infinity))
      return { ...first, ...common, maxLength: Math.min(...lengths) }
    }
    case 'image':
    case 'images':
      return widestPictures(first, rows, common)
    case 'seed':
      return { ...seedOfAll(first, rows), ...common }
    default:
      return { ...first, ...common }
  }
}

/** As many pictures as any of them takes: what each one uses, its pre-flight says. */
function widestPictures(first: Parameter, rows: readonly Parameter[], common: Partial<Parameter>): Parameter {
  const counts = rows.map((row) => (row.kind === 'images' ? row.max : 1))
  const list = rows.find((row) => row.kind === 'images' && row.max === Math.max(...counts))
  const least = rows.map((row) => (row.kind === 'images' ? row.min : 0))
  return {
    ...(list ?? first),
    ...common,
    label: first.label,
    ...(list ? { min: Math.min(...least) } : undefined),
  } as Parameter
}

/** The range that all of them take; "random" in a number only where all say it by that number. */
function seedOfAll(first: SeedParameter, rows: readonly Parameter[]): SeedParameter {
  const seeds = rows.filter((row) => row.kind === 'seed')
  return {
    ...first,
    min: Math.max(...seeds.map(({ min }) => min)),
    max: Math.min(...seeds.map(({ max }) => max)),
    random: seeds.every(({ random }) => random === first.random) ? first.random : 'omit',
  }
}

/** Which of the models take a shared value, and which leave it out. */
export function takersOf(models: readonly Model[], role: SharedRole): { takers: Model[]; others: Model[] } {
  const all = [...new Set(models)]
  return {
    takers: all.filter((model) => parameterWithRole(model, role)),
    others: all.filter((model) => !parameterWithRole(model, role)),
  }
}
