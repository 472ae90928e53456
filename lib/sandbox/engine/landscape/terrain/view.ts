import 'server-only'

/** A level camera over the land. Lengths are in the land's own unit (some kilometres). */
export interface View {
  width: number
  height: number
  /** v of the horizon. */
  horizon: number
  /** How high the camera is above the water. */
  eye: number
  /** Heights of the picture for one unit at one unit's distance. */
  focal: number
}

/** The nearest and the farthest distance that are drawn. */
export const nearest = 0.035
export const farthest = 4.2
/** Distances that are looked at, each farther than the one before by a share: by more before our feet, by less where
 * the crests of mountains stand. */
export const steps = 520
const turn = { step: 110, distance: 0.32 }
const nearRatio = Math.log(turn.distance / nearest) / turn.step
const farRatio = Math.log(farthest / turn.distance) / (steps - 1 - turn.step)

export const distances = Float32Array.from({ length: steps }, (_, step) =>
  step < turn.step
    ? nearest * Math.exp(nearRatio * step)
    : turn.distance * Math.exp(farRatio * (step - turn.step)),
)

export function stepAt(distance: number): number {
  return distance < turn.distance
    ? Math.log(distance / nearest) / nearRatio
    : turn.step + Math.log(distance / turn.distance) / farRatio
}

/** x of the land for a column of the picture at a distance. */
export function sideways({ width, height, focal }: View, column: number, distance: number): number {
  return ((column + 0.5 - width / 2) / height / focal) * distance
}

/** The row at which a point of the land is seen. */
export function rowOf({ height, horizon, eye, focal }: View, elevation: number, distance: number): number {
  return (horizon + ((eye - elevation) / distance) * focal) * height
}
