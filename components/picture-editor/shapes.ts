/** A shape that a crop can be bound to, or that a picture is extended to. */
export interface Shape {
  label: string
  /** Width divided by height. */
  ratio: number
  /** For sizes of models: what the crop is scaled to as well. */
  size?: { width: number; height: number }
}

export const commonShapes: readonly Shape[] = [
  { label: '1:1', ratio: 1 },
  { label: '4:3', ratio: 4 / 3 },
  { label: '3:2', ratio: 3 / 2 },
  { label: '16:9', ratio: 16 / 9 },
  { label: '9:16', ratio: 9 / 16 },
]
