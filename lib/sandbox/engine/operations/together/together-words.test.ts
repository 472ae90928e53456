import { expect, test } from 'vitest'
import { understand } from '@/lib/sandbox/engine/grammar/understand'

const stepsOf = (instruction: string) => understand(instruction, 2, false).steps

test.each([
  ['put the person in image1 into image2', { from: 1, base: 2, isPerson: true, place: { side: 'centre' } }],
  ['Place the woman from the first image in the second image, on the left', { from: 1, base: 2 }],
  ['move the dog from image 1 into image 2', { from: 1, base: 2, isPerson: false }],
  ['put her into image 2 on the right', { from: 1, base: 2, place: { side: 'right', depth: 'middle' } }],
  ['insert the cup from picture 2 into picture 1 far away', { from: 2, base: 1, place: { depth: 'far' } }],
  [
    'add the cat of image 2 to the foreground of the first photo',
    { from: 2, base: 1, place: { depth: 'near' } },
  ],
  ['combine the first picture and the second one', { from: 1, base: 2 }],
  ['paste the cat from image 2 in here', { from: 2, base: 1 }],
  ['blend the person into image 2', { from: 1, base: 2 }],
  ['put image 1 into image 2', { from: 1, base: 2 }],
])('“%s”', (instruction, parameters) => {
  const steps = stepsOf(instruction)
  expect(steps.map(({ operation }) => operation)).toEqual(['put the subject into another picture'])
  expect(steps[0]?.parameters).toMatchObject(parameters)
})

test.each([
  ['put image 2 into the corner of image 1 as an inset', { small: 2, base: 1, across: 1, down: 1 }],
  ['place image 1 in the top left corner of image 2', { small: 1, base: 2, across: 0, down: 0 }],
  ['picture-in-picture', { small: 2, base: 1 }],
])('“%s” shows a whole picture', (instruction, parameters) => {
  const steps = stepsOf(instruction)
  expect(steps.map(({ operation }) => operation)).toEqual(['inset'])
  expect(steps[0]?.parameters).toMatchObject(parameters)
})

test.each([
  ['put both pictures side by side', 'collage'],
  ['match the colours of image 2', 'match the colours'],
  ['use image 2 as the background', 'background picture'],
])('“%s” is something else: %s', (instruction, operation) => {
  expect(stepsOf(instruction).map((step) => step.operation)).toEqual([operation])
})

test('a picture that is missing is said', () => {
  const { steps, undone } = understand('put the person in image 1 into image 2', 1, false)
  expect(steps).toEqual([])
  expect(undone).toMatchObject([{ reason: 'not understood' }])
})
