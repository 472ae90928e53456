import { beforeEach, describe, expect, it } from 'vitest'
import { providers } from '@/lib/models/providers'
import { createProviderPace, type ProviderPace } from './provider-pace'

const { concurrency } = providers.vibedream
const minute = 60_000

let time: number
let pace: ProviderPace
beforeEach(() => {
  time = 1_000_000
  pace = createProviderPace(() => time)
})
/** Sent now and put off at once. */
const refuse = (askedMs?: number, sentAt = time) =>
  pace.refused('vibedream', { code: 'rate-limited', sentAt, askedMs })

describe('a provider that puts a request off', () => {
  it('is left alone for as long as it asks, and the others are not', () => {
    expect(pace.hold('vibedream')).toBeUndefined()
    expect(refuse(40_000)).toBe(time + 40_000)
    expect(pace.hold('vibedream')).toEqual({ code: 'rate-limited', until: time + 40_000 })
    expect(pace.hold('wavespeed')).toBeUndefined()
    time += 40_000
    expect(pace.hold('vibedream')?.until).toBeNull()
  })

  it('is then given half as much at once, and one more after each quiet minute', () => {
    refuse(10_000)
    expect(pace.limit('vibedream')).toBe(concurrency / 2)
    time += 10_000 + minute - 1
    expect(pace.limit('vibedream')).toBe(concurrency / 2)
    time += 1
    expect(pace.limit('vibedream')).toBe(concurrency / 2 + 1)
    time += 60 * minute
    expect(pace.limit('vibedream')).toBe(concurrency)
    expect(pace.hold('vibedream')).toBeUndefined()
  })

  it('is always given one', () => {
    for (let times = 0; times < 9; times += 1) {
      refuse(1_000)
      time += 2_000
    }
    expect(pace.limit('vibedream')).toBe(1)
  })

  it('has said it once, however many were sent together', () => {
    const sentAt = time
    time += 200
    refuse(5_000, sentAt)
    time += 6_000
    refuse(5_000, sentAt)
    expect(pace.limit('vibedream')).toBe(concurrency / 2)
    expect(pace.hold('vibedream')?.until).toBe(time + 5_000)
  })

  it('and does not say for how long is asked ever more rarely', () => {
    const waits = Array.from({ length: 8 }, () => {
      const sentAt = (time += 40_000)
      return refuse(undefined, sentAt)! - time
    })
    expect(waits[0]).toBeLessThan(1_300)
    expect(waits[3]).toBeGreaterThan(5_000)
    expect(Math.max(...waits)).toBeLessThan(38_000)
  })
})

describe('patience', () => {
  /** Asks every five minutes; for how many minutes it is told when to try again. */
  function minutesUntilGivenUp(between: () => void = () => {}): number {
    for (let minutes = 0; minutes < 120; minutes += 5) {
      if (refuse(5 * minute) === undefined) return minutes
      time += 5 * minute
      between()
    }
    return Infinity
  }

  it('ends after half an hour in which nothing was taken', () => {
    expect(minutesUntilGivenUp()).toBe(30)
  })

  it('has no end while something is taken now and then', () => {
    expect(minutesUntilGivenUp(() => pace.took('vibedream'))).toBe(Infinity)
  })

  it('begins anew another time', () => {
    minutesUntilGivenUp()
    time += 24 * 60 * minute
    expect(refuse(10_000)).toBe(time + 10_000)
  })
})
