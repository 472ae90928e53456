import { describe, expect, it } from 'vitest'
import { inwardFeather } from './inward-feather'
import { pasteBack, type Pixels } from './paste-back'

function filled(width: number, height: number, colour: number[]): Pixels {
  const data = new Uint8Array(width * height * 4)
  for (let at = 0; at < data.length; at++) data[at] = colour[at % 4] ?? 0
  return { width, height, data }
}
const rows = (bytes: Uint8Array, width: number) =>
  Array.from({ length: bytes.length / width }, (_, y) => [...bytes.slice(y * width, (y + 1) * width)])

describe('inwardFeather', () => {
  it('rises inwards from the edge, and is nothing where the mask is black', () => {
    const mask = Uint8Array.from([0, 0, 255, 255, 255, 255, 255, 255, 255, 0, 0])
    expect([...inwardFeather(mask, { width: 11, height: 1 }, 2)]).toEqual([
      0, 0, 128, 255, 255, 255, 255, 255, 128, 0, 0,
    ])
  })

  it('takes the picture’s border for no edge', () => {
    const mask = Uint8Array.from([255, 255, 255, 255, 255, 0])
    expect([...inwardFeather(mask, { width: 6, height: 1 }, 2)]).toEqual([255, 255, 255, 255, 128, 0])
  })

  it('goes round corners', () => {
    const mask = new Uint8Array(49).fill(0)
    for (let y = 1; y < 6; y++) for (let x = 1; x < 6; x++) mask[y * 7 + x] = 255
    expect(rows(inwardFeather(mask, { width: 7, height: 7 }, 8), 7)[3]).toEqual([
      0, 170, 255, 255, 255, 170, 0,
    ])
  })

  it('never gives more than the mask, and all of it where nothing is kept', () => {
    const soft = Uint8Array.from([0, 40, 80, 120, 160, 200])
    const weights = inwardFeather(soft, { width: 6, height: 1 }, 3)
    for (const [index, weight] of weights.entries()) expect(weight).toBeLessThanOrEqual(soft[index]!)
    expect([...inwardFeather(new Uint8Array(6).fill(255), { width: 3, height: 2 }, 3)]).toEqual(
      Array(6).fill(255),
    )
    expect([...inwardFeather(soft, { width: 6, height: 1 }, 0)]).toEqual([...soft])
  })
})

describe('pasteBack', () => {
  const old = [10, 20, 30, 255]
  const fresh = [110, 220, 130, 255]

  it('mixes by weight and leaves every bit where the weight is 0', () => {
    const original = filled(3, 1, old)
    pasteBack(
      original,
      filled(3, 1, fresh),
      { left: 0, top: 0, width: 3, height: 1 },
      Uint8Array.from([0, 51, 255]),
    )
    expect([...original.data]).toEqual([...old, 30, 60, 50, 255, ...fresh])
  })

  it('does not let a colour shine through that was hidden in what is transparent', () => {
    const original = filled(3, 1, [0, 0, 0, 0])
    const answer = filled(3, 1, [200, 100, 50, 255])
    pasteBack(original, answer, { left: 0, top: 0, width: 3, height: 1 }, Uint8Array.from([0, 51, 255]))
    expect([...original.data]).toEqual([0, 0, 0, 0, 200, 100, 50, 51, 200, 100, 50, 255])
  })

  it('drops what lies outside the picture', () => {
    const original = filled(2, 2, old)
    pasteBack(original, filled(2, 2, fresh), { left: 1, top: -1, width: 2, height: 2 })
    expect([...original.data]).toEqual([...old, ...fresh, ...old, ...old])
  })

  it('refuses an answer of another size', () => {
    expect(() =>
      pasteBack(filled(2, 2, old), filled(1, 2, fresh), { left: 0, top: 0, width: 2, height: 2 }),
    ).toThrow(/size of the region/)
  })
})
