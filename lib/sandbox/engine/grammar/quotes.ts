import 'server-only'

const quoted = /["“„]([^"“”„]+)["”“]|(?<![\p{L}\p{N}])['‘]([^'‘’]+)['’](?![\p{L}\p{N}])/gu
const placeholder = /“(\d+)”/g

/** What stands in quotation marks is meant literally: it is taken out, so that nobody reads it as an instruction. */
export function takeQuotes(instruction: string): { text: string; quotes: string[] } {
  const quotes: string[] = []
  const text = instruction.replace(quoted, (_, double?: string, single?: string) => {
    quotes.push((double ?? single ?? '').trim())
    return `“${quotes.length - 1}”`
  })
  return { text, quotes }
}

/** Words as the person wrote them. */
export function withQuotes(text: string, quotes: readonly string[]): string {
  return text.replace(placeholder, (whole, index: string) => {
    const quote = quotes[Number(index)]
    return quote === undefined ? whole : `“${quote}”`
  })
}
