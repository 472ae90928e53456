/** A month as in `2026-11`, if the text is one. */
export function readMonth(text: string | undefined): string | undefined {
  return text !== undefined && /^\d{4}-(?:0[1-9]|1[0-2])$/.test(text) ? text : undefined
}

/** The month so many later, or earlier. */
export function monthAfter(month: string, count: number): string {
  const index = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 + count
  return `${String(Math.floor(index / 12)).padStart(4, '0')}-${String((index % 12) + 1).padStart(2, '0')}`
}

/** Its first and last day. The last is not always there: days are compared as texts. */
export function daysOf(month: string): { from: string; to: string } {
  return { from: `${month}-01`, to: `${month}-31` }
}
