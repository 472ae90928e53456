import 'server-only'
import type { ProviderId } from '@/lib/models/providers'
import { at, infoOf, parseFault, type Fault, type FaultName } from './faults'

/** What a fault is taken for. */
export interface FaultTarget {
  provider: ProviderId
  /** Absent for an upload. */
  modelId?: string
  on: 'submit' | 'upload'
}

interface Waiting {
  fault: Fault
  left: number
  match: Partial<FaultTarget>
}

/** The faults that the next requests get, in order, and the one that every request gets (SANDBOX_FAULT). */
export class FaultQueue {
  private waiting: Waiting[] = []
  private readonly always?: Fault

  /** @param always `name[:argument]`; throws if there is no such fault */
  constructor(always?: string) {
    this.always = always ? parseFault(always) : undefined
  }

  /** The next `times` matching requests get this fault: submits unless `on` says uploads. */
  add(
    name: FaultName,
    options: { times?: number; argument?: string | number } & Partial<FaultTarget> = {},
  ): void {
    const { times = 1, argument, on = 'submit', ...match } = options
    const fault = parseFault(argument === undefined ? name : `${name}:${argument}`)
    this.waiting.push({ fault, left: times, match: { ...match, on } })
  }

  clear(): void {
    this.waiting = []
  }

  /** The fault for this request, used up by being taken. An upload has no job, so only an answer can go wrong. */
  take(target: FaultTarget): Fault | undefined {
    const found = this.waiting.find((entry) => fits(entry.fault, target) && matches(entry.match, target))
    if (!found) return this.always && fits(this.always, target) ? this.always : undefined
    found.left -= 1
    if (found.left <= 0) this.waiting.splice(this.waiting.indexOf(found), 1)
    return found.fault
  }
}

function fits(fault: Fault, { provider, on }: FaultTarget): boolean {
  const only = infoOf(fault).providers
  return (!only || only.includes(provider)) && (on === 'submit' || at(fault, 'instead') !== undefined)
}

function matches(match: Partial<FaultTarget>, target: FaultTarget): boolean {
  return (Object.keys(match) as (keyof FaultTarget)[]).every(
    (key) => match[key] === undefined || match[key] === target[key],
  )
}
