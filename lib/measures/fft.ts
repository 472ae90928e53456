/** A square of complex numbers; the side is a power of two. */
export interface ComplexSquare {
  side: number
  real: Float64Array
  imaginary: Float64Array
}

export function complexSquare(side: number): ComplexSquare {
  return { side, real: new Float64Array(side * side), imaginary: new Float64Array(side * side) }
}

/** Fourier transform in place (radix 2), rows then columns. Without the factor 1/n, so that its inverse is n times too large. */
export function transform({ side, real, imaginary }: ComplexSquare): void {
  const roots = rootsOfUnity(side)
  for (let row = 0; row < side; row++) {
    const [from, to] = [row * side, (row + 1) * side]
    transformLine(real.subarray(from, to), imaginary.subarray(from, to), roots)
  }
  // A column's numbers lie so far apart that a processor's cache holds few of them: they are brought together first.
  const [lineReal, lineImaginary] = [new Float64Array(side), new Float64Array(side)]
  for (let column = 0; column < side; column++) {
    for (let row = 0; row < side; row++) {
      lineReal[row] = real[row * side + column]!
      lineImaginary[row] = imaginary[row * side + column]!
    }
    transformLine(lineReal, lineImaginary, roots)
    for (let row = 0; row < side; row++) {
      real[row * side + column] = lineReal[row]!
      imaginary[row * side + column] = lineImaginary[row]!
    }
  }
}

/** The inverse, in place and scaled: the transform of the conjugate is the conjugate of the inverse. */
export function transformBack(square: ComplexSquare): void {
  const { real, imaginary } = square
  for (let at = 0; at < imaginary.length; at++) imaginary[at] = -imaginary[at]!
  transform(square)
  const factor = 1 / real.length
  for (let at = 0; at < real.length; at++) {
    real[at]! *= factor
    imaginary[at]! *= -factor
  }
}

interface Roots {
  cosines: Float64Array
  sines: Float64Array
  /** Where each index goes when its bits are read backwards. */
  reversed: Uint16Array
}

function rootsOfUnity(side: number): Roots {
  if (side < 2 || (side & (side - 1)) !== 0) throw new RangeError(`${side} is not a power of two.`)
  const cosines = Float64Array.from({ length: side / 2 }, (_, at) => Math.cos((2 * Math.PI * at) / side))
  const sines = Float64Array.from({ length: side / 2 }, (_, at) => -Math.sin((2 * Math.PI * at) / side))
  const reversed = new Uint16Array(side)
  for (let at = 1; at < side; at++) reversed[at] = (reversed[at >> 1]! >> 1) | (at & 1 ? side >> 1 : 0)
  return { cosines, sines, reversed }
}

function transformLine(
  real: Float64Array,
  imaginary: Float64Array,
  { cosines, sines, reversed }: Roots,
): void {
  const side = real.length
  for (let at = 0; at < side; at++) {
    const other = reversed[at]!
    if (at < other) {
      swap(real, at, other)
      swap(imaginary, at, other)
    }
  }
  for (let half = 1; half < side; half *= 2) {
    const stride = side / (2 * half)
    for (let group = 0; group < side; group += 2 * half)
      for (let at = 0; at < half; at++) {
        const cosine = cosines[at * stride]!
        const sine = sines[at * stride]!
        const upper = group + at
        const lower = upper + half
        const turnedReal = real[lower]! * cosine - imaginary[lower]! * sine
        const turnedImaginary = real[lower]! * sine + imaginary[lower]! * cosine
        real[lower] = real[upper]! - turnedReal
        imaginary[lower] = imaginary[upper]! - turnedImaginary
        real[upper]! += turnedReal
        imaginary[upper]! += turnedImaginary
      }
  }
}

function swap(values: Float64Array, first: number, second: number): void {
  const kept = values[first]!
  values[first] = values[second]!
  values[second] = kept
}
