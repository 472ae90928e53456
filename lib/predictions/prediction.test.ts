import { describe, expect, it } from 'vitest'
import { aPrediction, aState } from '@/lib/testing/a-prediction'
import {
  isFinished,
  predictionSchema,
  predictionStateSchema,
  transitions,
  type StateName,
} from './prediction'

/** Written out a second time on purpose: a change of the table is a change of what money may depend on. */
const allowed: Record<StateName, StateName[]> = {
  queued: ['queued', 'submitting', 'failed', 'canceled'],
  submitting: ['queued', 'running', 'storing', 'failed', 'unconfirmed', 'canceled'],
  running: ['storing', 'failed', 'canceled'],
  storing: ['succeeded', 'failed'],
  succeeded: [],
  failed: [],
  canceled: [],
  unconfirmed: [],
}
const states = Object.keys(allowed) as StateName[]

describe('transitions', () => {
  it.each(states)('%s leads only where it may', (state) => {
    expect([...transitions[state]].sort()).toEqual([...allowed[state]].sort())
  })

  it('never leads back from where the paid request may have arrived', () => {
    const paid: StateName[] = ['running', 'storing', 'succeeded', 'failed', 'canceled', 'unconfirmed']
    for (const state of paid) {
      expect(transitions[state]).not.toContain('queued')
      expect(transitions[state]).not.toContain('submitting')
    }
  })

  it('reaches an end from every state', () => {
    for (const state of states)
      if (!isFinished(state)) expect(transitions[state].some((next) => next !== state)).toBe(true)
  })
})

describe('the union', () => {
  it.each(states)('takes a whole %s prediction', (state) => {
    const prediction = aPrediction({ status: aState(state) })
    expect(predictionSchema.parse(prediction)).toEqual(prediction)
  })

  it.each<[string, object]>([
    ['succeeded without an output', { ...aState('succeeded'), outputs: [] }],
    ['running without a job', { state: 'running', submittedAt: 1, deadline: 2 }],
    ['failed without a reason', { state: 'failed', finishedAt: 1 }],
    ['storing without anything to store', { ...aState('storing'), outputs: [] }],
    ['a state nobody declared', { state: 'paused' }],
  ])('refuses %s', (_, status) => {
    expect(predictionStateSchema.safeParse(status).success).toBe(false)
  })
})
