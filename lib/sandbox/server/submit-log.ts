import 'server-only'
import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ProviderId } from '@/lib/models/providers'

/** One job that was taken, as a provider would bill it. */
export interface Submit {
  provider: ProviderId
  modelId: string
  jobId: string
  /** ISO 8601. */
  at: string
  /** The fields as they came; long texts are shortened, files are told by type and size. */
  body: Record<string, unknown>
}

/** Counts taken jobs, in memory for this process and in `submits.log` for all that used the folder. */
export class SubmitLog {
  readonly submits: Submit[] = []
  constructor(private readonly dataFolder: string) {
    mkdirSync(dataFolder, { recursive: true })
  }

  /** Written when it returns: whoever got an answer is in the log. */
  add(submit: Submit): void {
    appendFileSync(join(this.dataFolder, 'submits.log'), `${JSON.stringify(submit)}\n`)
    this.submits.push(submit)
  }
}

/** Every submit that any process took in this folder, oldest first. A half-written last line is left out. */
export function readSubmitLog(dataFolder: string): Submit[] {
  const path = join(dataFolder, 'submits.log')
  if (!existsSync(path)) return []
  return readFileSync(path, 'utf8')
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line) as Submit)
}
