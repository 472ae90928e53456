/** "2.50" as 250 cents; undefined for an empty field, null for what is no amount of at least a cent. */
export function readBudget(text: string): number | undefined | null {
  const trimmed = text.trim().replace(/^\$\s*/, '')
  if (trimmed === '') return undefined
  if (!/^\d{1,7}([.,]\d{1,2})?$/.test(trimmed)) return null
  const cents = Math.round(Number(trimmed.replace(',', '.')) * 100)
  return cents >= 1 ? cents : null
}
