/** The inverse of a small, well-conditioned square matrix, by Gauss and Jordan with pivots. */
export function invert(matrix: readonly (readonly number[])[]): number[][] {
  const size = matrix.length
  const rows = matrix.map((row, index) => [
    ...row,
    ...Array.from({ length: size }, (_, at) => +(at === index)),
  ])
  for (let column = 0; column < size; column++) {
    let pivot = column
    for (let row = column + 1; row < size; row++)
      if (Math.abs(rows[row]![column]!) > Math.abs(rows[pivot]![column]!)) pivot = row
    const chosen = rows[pivot]!
    if (chosen[column] === 0) throw new Error('This matrix has no inverse.')
    rows[pivot] = rows[column]!
    const divisor = chosen[column]!
    const unit = (rows[column] = chosen.map((value) => value / divisor))
    for (let row = 0; row < size; row++) {
      const factor = rows[row]![column]!
      if (row !== column && factor !== 0)
        rows[row] = rows[row]!.map((value, at) => value - factor * unit[at]!)
    }
  }
  return rows.map((row) => row.slice(size))
}
