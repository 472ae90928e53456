import 'server-only'

/** A building as a shape: measured from the middle of its foot, in heights of the picture. */
export interface Building {
  middle: number
  half: number
  tall: number
  crown: Crown
  /** Half widths above each share of the height: what steps back, steps back there. */
  steps: readonly (readonly [from: number, half: number])[]
  /** Where the face ends that looks to the other side: -1 left edge, 1 right edge. */
  corner: number
  glass: boolean
  /** Windows: width and height of one, and of what is between them. */
  window: { wide: number; high: number; pane: number; lit: number }
  /** 0 to 1, for tones and lights. */
  tone: number
  key: number
}

type Crown = 'flat' | 'spire' | 'slant' | 'point' | 'round' | 'mast'
const crowns: readonly Crown[] = ['flat', 'flat', 'flat', 'spire', 'slant', 'point', 'round', 'mast', 'mast']

/** One row of buildings from side to side. @param near 0 the farthest row, 1 the nearest */
export function rowOfBuildings(
  random: () => number,
  {
    wide,
    near,
    centre,
    density,
    night,
  }: { wide: number; near: number; centre: number; density: number; night: boolean },
): Building[] {
  const buildings: Building[] = []
  let left = -0.05
  while (left < wide + 0.05 && buildings.length < 400) {
    const half = (0.016 + 0.026 * random() ** 1.4) * (0.7 + 0.6 * near)
    const middle = left + half
    // Towers stand in the middle of the town, and not all of them are tall.
    const downtown = Math.exp(-(((middle - centre) / (0.3 + 0.14 * wide)) ** 2))
    const tall =
      (0.06 + 0.1 * random() + downtown * (0.06 + 0.42 * random() ** 1.9) * (1 - 0.45 * near)) * density
    const crown = tall > 0.16 ? crowns[Math.floor(random() * crowns.length)]! : 'flat'
    const setBack = random() < 0.45 && tall > 0.14
    const first = 0.5 + 0.25 * random()
    buildings.push({
      middle,
      half,
      tall,
      crown,
      steps: setBack
        ? [
            [0, half],
            [first, half * (0.66 + 0.2 * random())],
            [first + 0.16, half * (0.4 + 0.24 * random())],
          ]
        : [[0, half]],
      corner: random() < 0.5 ? -0.45 - 0.4 * random() : 0.45 + 0.4 * random(),
      glass: random() < 0.42,
      window: {
        wide: 0.0042 + 0.003 * random(),
        high: 0.0052 + 0.004 * random(),
        pane: 0.5 + 0.3 * random(),
        lit: night ? 0.22 + 0.4 * random() : 0.04 + 0.1 * random(),
      },
      tone: random(),
      key: Math.floor(random() * 1e6),
    })
    left += half * 2 * (0.82 + 0.5 * random())
  }
  return buildings
}

/** Half the width of a building at a share of its height: 0 at its foot, 1 at its roof, more for a mast. */
export function halfAt({ steps, half, crown, corner, tall }: Building, up: number, off: number): number {
  let here = half
  for (const [from, stepped] of steps) if (up >= from) here = stepped
  if (crown === 'mast' || crown === 'spire') {
    const roof = crown === 'mast' ? 0.86 : 0.9
    if (up > roof) {
      const rest = (1 - up) / (1 - roof)
      return crown === 'mast' ? 0.0011 + 0.0006 * rest : here * Math.max(0.02, rest ** 2.2 * 0.6)
    }
  }
  if (crown === 'point' && up > 0.88) return here * Math.max(0, (1 - up) / 0.12)
  if (crown === 'round' && up > 0.9) return here * Math.sqrt(Math.max(0, 1 - ((up - 0.9) / 0.1) ** 2))
  if (crown === 'slant') {
    const cut = 1 - Math.min(0.12, (half * 1.6) / tall) * (0.5 + (0.5 * off * Math.sign(corner)) / half)
    if (up > cut) return 0
  }
  return here
}

/** A number from 0 up to 1 for a window, the same every time. */
export function windowNumber(key: number, column: number, floor: number): number {
  let mixed =
    Math.imul(column + 71, 0x27d4eb2d) ^ Math.imul(floor + 13, 0x165667b1) ^ Math.imul(key, 0x9e3779b1)
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x85ebca6b)
  return ((mixed ^ (mixed >>> 13)) >>> 0) / 4294967296
}
