import { describe, expect, it } from 'vitest'
import { modelById, models } from '@/lib/models/registry'
import { isChanged } from './changed-from-default'
import { rangeText } from './range-text'

function row(modelId: string, name: string) {
  const found = modelById(modelId).parameters.find((parameter) => parameter.name === name)
  if (!found) throw new Error(`${modelId} has no ${name}.`)
  return found
}

describe('range and default in words', () => {
  it('come from the row', () => {
    expect(rangeText(row('flux-dev', 'strength'))).toBe('0 to 1, steps of 0.1, default 0.8')
    expect(rangeText(row('flux2-klein-4b', 'aspect_ratio'))).toContain('photo_v (832 × 1248)')
    expect(rangeText(row('flux-2-klein-9b-edit', 'enable_sync_mode'))).toBe('default off')
    expect(rangeText(row('flux-2-pro-edit', 'enable_safety_checker'))).toContain('no default')
    expect(rangeText(row('flux-2-klein-base-9b-edit', 'seed'))).toContain('0 to 2,147,483,647')
  })

  it('are said for every row of every model', () => {
    const rows = models.flatMap(({ parameters }) => parameters)
    expect(rows.length).toBeGreaterThan(25)
    expect(rows.filter((parameter) => rangeText(parameter) === '')).toEqual([])
  })
})

describe('changed from default', () => {
  it('is a value other than the default', () => {
    expect(isChanged(row('flux-dev', 'strength'), 0.8)).toBe(false)
    expect(isChanged(row('flux-dev', 'strength'), 0)).toBe(true)
    expect(isChanged(row('flux-dev', 'strength'), undefined)).toBe(false)
    expect(isChanged(row('flux-2-klein-9b-edit', 'enable_sync_mode'), false)).toBe(false)
    expect(isChanged(row('flux-2-pro-edit', 'enable_safety_checker'), false)).toBe(true)
  })

  it('is any named size, because an empty one follows the picture; and never content', () => {
    expect(isChanged(row('flux-dev', 'size'), '1024*1024')).toBe(true)
    expect(isChanged(row('flux-dev', 'prompt'), 'x')).toBe(false)
  })
})
