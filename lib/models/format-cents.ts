/** US cents as people write them: "2¢", "0.3¢", from a dollar on "$1.20". */
export function formatCents(cents: number): string {
  const rounded = Math.round(cents * 1000) / 1000
  return rounded < 100 ? `${rounded}¢` : `$${(rounded / 100).toFixed(2)}`
}
