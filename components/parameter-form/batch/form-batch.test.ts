import { describe, expect, it } from 'vitest'
import { axisOfBatch, batchOfAxis, emptyBatch, withPicture } from './form-batch'
import { pairBatch } from './pair-batch'
import { readInstructions } from './read-instructions'

const pictures = ['cat.png', 'Dog.JPG', 'été.webp'].map((name, index) => ({ id: String(index), name }))
const pair = (text: string, some = pictures) => pairBatch({ pictures: some, rows: readInstructions(text) })
const paired = (text: string) => pair(text).items.map(({ name, instruction }) => [name, instruction])

describe('instructions of single pictures', () => {
  it('go by name, in the order of the lines, one picture twice', () => {
    const text = 'file,instruction\nout/ÉTÉ.webp,a\ndog,b\ncat.png,c\nDOG.jpg,d'
    expect(paired(text.normalize('NFD'))).toEqual([
      ['été.webp', 'a'],
      ['Dog.JPG', 'b'],
      ['cat.png', 'c'],
      ['Dog.JPG', 'd'],
    ])
    expect(pair(text).problems).toEqual([])
  })

  it('go in order where no file is named', () => {
    expect(paired('a\nb\nc').map(([, instruction]) => instruction)).toEqual(['a', 'b', 'c'])
  })

  it('are none where nothing is written: the one for all is meant', () => {
    expect(pair('')).toEqual({ items: pictures, problems: [] })
  })

  it.each([
    [
      'file,instruction\ncat.png,a\nfox.png,b\nDog.JPG,c\nété.webp,d',
      ['Line 3: no picture here is called “fox.png”.'],
    ],
    [
      'file,instruction\ncat.png,\n,b\nDog.JPG,c\nété.webp,d',
      ['Line 2 has no instruction.', 'Line 3 names no picture.'],
    ],
    [
      'file,instruction\ncat.png,a\nDog.JPG,b',
      ['été.webp has no instruction: add a line for it, or remove the picture.'],
    ],
    ['a\nb\nc\nd', ['Line 4 has no picture: there are only 3.']],
    ['a\nb', ['été.webp has no instruction: add a line for each.']],
    ['a', ['Dog.JPG and 1 more have no instruction: add a line for each.']],
  ])('don’t fit: %j', (text, problems) => expect(pair(text).problems).toEqual(problems))

  it('mean neither of two pictures of one name without its ending', () => {
    const both = [...pictures, { id: '3', name: 'cat.webp' }]
    const { problems } = pair('file,instruction\ncat,a\nDog,b\nété,c', both)
    expect(problems[0]).toBe('Line 2: no picture here is called “cat”.')
  })
})

describe('a batch as a run knows it', () => {
  const axis = {
    parameter: 'images',
    values: ['0', '1', '0'],
    names: ['cat.png', 'dog.png', 'cat.png'],
    paired: { parameter: 'prompt', values: ['red', 'two\n"lines", quoted', 'blue'] },
  }

  it('comes back into the form and out again, and its text reads as it is understood', () => {
    const batch = batchOfAxis(axis)
    expect(axisOfBatch(batch)).toEqual(axis)
    // A field that holds a line break takes two lines.
    expect(readInstructions(batch.text).map(({ line: _, ...row }) => row)).toEqual(
      batch.rows.map(({ line: _, ...row }) => row),
    )
    const plain = { ...axis, paired: undefined, values: ['0', '1'], names: ['cat.png', 'dog.png'] }
    expect(axisOfBatch(batchOfAxis(plain))).toEqual(plain)
  })

  it('is counted by its pictures while the instructions don’t fit, and is none without pictures', () => {
    const rows = readInstructions('red')
    expect(axisOfBatch({ pictures, text: 'red', rows })).toEqual({
      parameter: 'images',
      values: ['0', '1', '2'],
      names: ['cat.png', 'Dog.JPG', 'été.webp'],
    })
    expect(axisOfBatch({ ...emptyBatch, rows })).toBeUndefined()
  })
})

it('takes pictures in the order they were chosen, the same file once, another of its name under a number', () => {
  const chosen = new Map<string, number>()
  const arrivals = [
    ['b', 'b.png', 2],
    ['a', 'a.png', 1],
    ['c', 'b.png', 3],
    ['b', 'b.png', 4],
    ['d', 'A.PNG', 5],
  ] as const
  const batch = arrivals.reduce(
    (all, [id, name, when]) => withPicture(all, { id, name }, chosen, when),
    emptyBatch,
  )
  expect(batch.pictures.map(({ id, name }) => `${id} ${name}`)).toEqual([
    'a a.png',
    'b b.png',
    'c b (2).png',
    'd A (2).PNG',
  ])
})
