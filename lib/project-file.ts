import 'server-only'
import path from 'node:path'

/**
 * The path of one of our own files, by its parts below the project's folder, which every process of ours works in: what
 * is bundled has no other way to find its sources. The bundler is told not to trace the whole project for it.
 */
export function projectFile(...parts: string[]): string {
  return path.join(/* turbopackIgnore: true */ process.cwd(), ...parts)
}
