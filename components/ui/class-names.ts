import { clsx, type ClassValue } from 'clsx'

/**
 * Joins class names. Two that set the same property are not settled here (a library for that is 8 kB on the wire):
 * give a component a variant for the difference instead of overriding it.
 */
export function classNames(...values: ClassValue[]): string {
  return clsx(values)
}
