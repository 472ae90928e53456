import { get, set, type FieldErrors } from 'react-hook-form'
import type { ErrorType, FieldProblem } from './field-problems'
import type { PlaygroundValues } from './playground-values'

/** All problems of a path as one error, in the tree shape of react-hook-form. */
export function errorTree(problems: readonly FieldProblem[]): FieldErrors<PlaygroundValues> {
  const errors: FieldErrors<PlaygroundValues> = {}
  for (const problem of problems) {
    const known = get(errors, problem.path) as { problems?: FieldProblem[] } | undefined
    const own = [...(known?.problems ?? []), problem]
    const message = own.map((one) => one.message).join(' ')
    set(errors, problem.path, { type: 'table' satisfies ErrorType, message, problems: own })
  }
  return errors
}

/**
 * The problems in a tree of react-hook-form errors, in their order.
 * @param besides  the type of errors to leave out
 */
export function flattenErrors(errors: object, besides?: ErrorType, prefix = ''): FieldProblem[] {
  return Object.entries(errors).flatMap(([key, entry]: [string, unknown]): FieldProblem[] => {
    if (typeof entry !== 'object' || entry === null) return []
    const path = prefix ? `${prefix}.${key}` : key
    if (!('message' in entry) || typeof entry.message !== 'string') return flattenErrors(entry, besides, path)
    if ('type' in entry && entry.type === besides) return []
    return 'problems' in entry
      ? (entry.problems as FieldProblem[])
      : [{ path, message: entry.message, choices: [] }]
  })
}
