import { describe, expect, it } from 'vitest'
import { layOutBoard } from './board-layout'

const dev = { modelId: 'flux-dev', values: {} }
const pro = { modelId: 'flux-2-pro-edit', values: {} }
const klein = { modelId: 'flux2-klein-4b', values: {} }
const strength = { parameter: 'strength', values: [0.2, 0.5, 0.8] }
const seeds = { parameter: 'seed', values: [11, 22] }

describe('layOutBoard', () => {
  it('lists models, each under its own name', () => {
    const layout = layOutBoard({ choices: [dev, pro, klein] })
    expect(layout.kind).toBe('list')
    expect(layout.sections).toEqual([{ columns: [], rows: [{ slots: [0, 1, 2] }] }])
    expect(layout.titles).toEqual(['FLUX.1 Dev', 'FLUX.2 [pro] Edit', 'FLUX.2 [klein] 4B'])
  })

  it('lists one model’s values: the model is the same everywhere and no heading', () => {
    const layout = layOutBoard({ choices: [dev], axes: [strength] })
    expect(layout.kind).toBe('list')
    expect(layout.titles).toEqual(['strength 0.2', 'strength 0.5', 'strength 0.8'])
  })

  it('puts samples into columns and models into rows', () => {
    const { sections, titles } = layOutBoard({ choices: [dev, pro], axes: [seeds] })
    expect(sections).toEqual([
      {
        heading: undefined,
        columns: ['seed 11', 'seed 22'],
        rows: [
          { heading: 'FLUX.1 Dev', slots: [0, 1] },
          { heading: 'FLUX.2 [pro] Edit', slots: [2, 3] },
        ],
      },
    ])
    expect(titles[3]).toBe('FLUX.2 [pro] Edit, seed 22')
  })

  it('says of a model without the parameter that it was run once, instead of leaving holes', () => {
    const { sections, titles } = layOutBoard({ choices: [dev, pro], axes: [strength] })
    expect(sections[0]?.rows).toEqual([
      { heading: 'FLUX.1 Dev', slots: [0, 1, 2] },
      { heading: 'FLUX.2 [pro] Edit', slots: [3], note: 'no strength: run once' },
    ])
    expect(titles[3]).toBe('FLUX.2 [pro] Edit, no strength: run once')
  })

  it('makes a section of each model when two parameters are swept', () => {
    const scale = { parameter: 'guidance_scale', values: [3, 7] }
    const { sections } = layOutBoard({ choices: [dev, pro], axes: [strength, scale] })
    expect(sections.map(({ heading }) => heading)).toEqual(['FLUX.1 Dev', 'FLUX.2 [pro] Edit'])
    expect(sections[0]?.columns).toEqual(['guidance scale 3', 'guidance scale 7'])
    expect(sections[0]?.rows.map(({ heading }) => heading)).toEqual([
      'strength 0.2',
      'strength 0.5',
      'strength 0.8',
    ])
    expect(sections[1]).toEqual({
      heading: 'FLUX.2 [pro] Edit',
      columns: ['no guidance scale: run once'],
      rows: [{ heading: 'no strength: run once', slots: [6] }],
    })
  })

  it('makes a row of each picture of a batch, the models side by side, samples in sections', () => {
    const batch = { parameter: 'images', values: ['a', 'b'], names: ['cat.png', 'dog.png'] }
    const { sections, titles, pictures } = layOutBoard({ choices: [dev, pro], axes: [batch, seeds] })
    expect(sections).toEqual(
      [0, 1].map((seed) => ({
        heading: `seed ${seeds.values[seed]}`,
        columns: ['FLUX.1 Dev', 'FLUX.2 [pro] Edit'],
        rows: [
          { heading: 'cat.png', picture: 'a', slots: [seed, 4 + seed] },
          { heading: 'dog.png', picture: 'b', slots: [2 + seed, 6 + seed] },
        ],
      })),
    )
    expect(titles[7]).toBe('seed 22, dog.png, FLUX.2 [pro] Edit')
    expect(pictures).toEqual(['a', 'a', 'b', 'b', 'a', 'a', 'b', 'b'])
    const sampled = layOutBoard({ choices: [dev], axes: [batch, seeds] })
    expect(sampled.sections[0]?.columns).toEqual(['seed 11', 'seed 22'])
    expect(sampled.sections[0]?.rows.map(({ picture }) => picture)).toEqual(['a', 'b'])
  })

  it('counts the pictures of a batch, each with its own instruction', () => {
    const batch = {
      parameter: 'images',
      values: ['a'.repeat(64), 'b'.repeat(64)],
      paired: { parameter: 'prompt', values: ['night', 'day'] },
    }
    expect(layOutBoard({ choices: [pro], axes: [batch] }).titles).toEqual([
      'picture 1, “night”',
      'picture 2, “day”',
    ])
  })

  it('shows every cell of a run exactly once', () => {
    const plan = {
      choices: [dev, pro, klein, dev],
      axes: [strength, { parameter: 'prompt', values: ['night', 'day'] }, seeds],
    }
    const { sections, titles } = layOutBoard(plan)
    const shown = sections.flatMap(({ rows }) => rows.flatMap(({ slots }) => slots))
    const positions = titles.map((_, position) => position)
    expect(shown.filter((slot) => slot !== null).sort((a, b) => a - b)).toEqual(positions)
    expect(new Set(titles).size).toBe(titles.length)
  })
})

describe('the same model twice', () => {
  it('is told apart by what differs', () => {
    const choices = [
      { ...dev, values: { strength: 0.3, guidance_scale: 7 } },
      { ...dev, values: { guidance_scale: 7 }, override: { prompt: 'Make it night' } },
    ]
    expect(layOutBoard({ choices }).titles).toEqual([
      'FLUX.1 Dev, strength 0.3, prompt as set for all',
      'FLUX.1 Dev, strength by default, prompt “Make it night”',
    ])
  })

  it('is numbered where nothing differs', () => {
    expect(layOutBoard({ choices: [pro, pro] }).titles).toEqual([
      'FLUX.2 [pro] Edit (1)',
      'FLUX.2 [pro] Edit (2)',
    ])
  })
})
