export type CsvValue = string | number | boolean | null | undefined

/** What a spreadsheet would take for a formula. */
const formulaStart = /^[=+\-@\t\r]/

/**
 * A table as RFC 4180 has it: commas, CRLF, quotes doubled. A text that a spreadsheet would run as a formula is given an
 * apostrophe in front, by which spreadsheets know text; numbers stay numbers, also below zero.
 */
export function writeCsv(
  columns: readonly string[],
  rows: readonly Readonly<Record<string, CsvValue>>[],
): string {
  const lines = [columns, ...rows.map((row) => columns.map((column) => row[column]))]
  return lines.map((line) => line.map(csvField).join(',') + '\r\n').join('')
}

function csvField(value: CsvValue): string {
  if (value === null || value === undefined) return ''
  if (typeof value !== 'string') return String(value)
  const text = formulaStart.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
