/** "#1E6FD9" from what a person types: with or without "#", short or long, in any case. Undefined for anything else. */
export function readHex(text: string): string | undefined {
  const [, digits = ''] = /^\s*#?([0-9a-f]{3}|[0-9a-f]{6})\s*$/i.exec(text) ?? []
  if (digits.length === 3) return `#${[...digits].map((digit) => digit + digit).join('')}`.toUpperCase()
  return digits ? `#${digits}`.toUpperCase() : undefined
}

/** "#1E6FD9" from three bytes. */
export function hexOf(red: number, green: number, blue: number): string {
  return `#${[red, green, blue].map((value) => value.toString(16).padStart(2, '0')).join('')}`.toUpperCase()
}
