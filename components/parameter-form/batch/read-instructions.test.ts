import { expect, it } from 'vitest'
import { readInstructions } from './read-instructions'

it('reads one instruction from each line, commas and all, and keeps the numbers of the lines', () => {
  expect(readInstructions('\uFEFFmake it red, and warm\r\n\r\n  make it blue \n')).toEqual([
    { line: 1, text: 'make it red, and warm' },
    { line: 3, text: 'make it blue' },
  ])
  expect(readInstructions(' \n ')).toEqual([])
})

it.each([
  ['commas', 'file,instruction\ncat.png,make it red\ndog.png,"blue, ""very"" blue"'],
  ['semicolons', 'Picture;Prompt\ncat.png;make it red\ndog.png;blue, "very" blue'],
  ['lines that are empty', '\n\nfile;instruction\n\ncat.png;make it red\ndog.png;blue, "very" blue\n\n'],
  ['tabs', 'filename\tnote\tprompt\ncat.png\tx\tmake it red\ndog.png\ty\tblue, "very" blue'],
  ['columns turned round', 'instruction,file\nmake it red,cat.png\n"blue, ""very"" blue",dog.png'],
  ['no heading', 'cat.png,make it red\ndog.png,"blue, ""very"" blue"'],
  ['commas in no quotes', 'file,instruction\ncat.png,make it red\ndog.png,blue, "very" blue'],
])('reads CSV with %s', (_, text) => {
  const read = readInstructions(text).map((row) => [row.file, row.text])
  expect(read).toEqual([
    ['cat.png', 'make it red'],
    ['dog.png', 'blue, "very" blue'],
  ])
})

it('reads a table without files in order, and says which line something is missing in', () => {
  expect(readInstructions('prompt\nred\n"two\nlines"\n\nblue')).toEqual([
    { line: 2, text: 'red' },
    { line: 3, text: 'two\nlines' },
    { line: 6, text: 'blue' },
  ])
  expect(readInstructions('file,instruction\ncat.png,\n,red')).toEqual([
    { line: 2, file: 'cat.png', text: '' },
    { line: 3, file: '', text: 'red' },
  ])
})

it('says what is wrong with a table', () => {
  expect(readInstructions('file,instruction\n')).toEqual([
    { line: 1, text: '', problem: expect.stringContaining('nothing follows') as string },
  ])
  expect(readInstructions('file,colour\ncat.png,red')).toEqual([
    { line: 1, text: '', problem: expect.stringContaining('“instruction”') as string },
  ])
  expect(readInstructions('file\ncat.png\ndog.png')).toEqual([
    { line: 1, text: '', problem: expect.stringContaining('“instruction”') as string },
  ])
  expect(readInstructions('file,instruction\ncat.png,"red\ndog.png,blue')).toEqual([
    expect.objectContaining({ line: 2, problem: expect.stringContaining('quotation mark') as string }),
  ])
})
