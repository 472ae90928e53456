import type { Parameter } from '@/lib/models/parameter'

/**
 * Whether a setting differs from what the model does by itself. Texts and pictures are content, not settings: they
 * have no default to differ from. A size that is left empty may follow the picture, so naming even the default size
 * is a change.
 */
export function isChanged(parameter: Parameter, value: unknown): boolean {
  if (value === undefined || value === null || value === '') return false
  switch (parameter.kind) {
    case 'text':
    case 'image':
    case 'images':
    case 'mask':
      return false
    case 'size':
    case 'seed':
      return true
    default:
      return value !== parameter.default
  }
}
