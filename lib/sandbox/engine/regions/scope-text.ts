import 'server-only'
import type { Scope } from './region'

/** "whole picture", "the mask", "subject", "background", "all but the sky". */
export function scopeText(scope: Scope): string {
  if (scope === 'whole') return 'whole picture'
  if (scope === 'mask') return 'the mask'
  if (!scope.outside) return scope.region
  return scope.region === 'subject' ? 'background' : `all but the ${scope.region}`
}
