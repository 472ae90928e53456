import { formFields, type RequestDescription } from './request-description'

/** The request as a line for a POSIX shell. */
export function curlSnippet(request: RequestDescription): string {
  const lines = [`curl -X POST ${shellQuote(request.url)}`]
  // In double quotes, so that the shell puts the key in.
  if (request.keyVariable) lines.push(`-H "Authorization: Bearer $${request.keyVariable}"`)
  if (request.encoding === 'json') {
    lines.push(`-H 'Content-Type: application/json'`)
    lines.push(`-d ${shellQuote(JSON.stringify(request.body, null, 2))}`)
  } else {
    for (const [name, value] of formFields(request))
      lines.push(
        typeof value === 'string'
          ? // Not -F: it would read a text that begins with @ or < from a file, and end it at a semicolon.
            `--form-string ${shellQuote(`${name}=${value}`)}`
          : `-F ${shellQuote(`${name}=@${value.file}`)}`,
      )
  }
  if (request.answer === 'picture') lines.push('--fail-with-body --output result.png')
  return lines.join(' \\\n  ')
}

/** One word for a POSIX shell, whatever is in it: in single quotes only the single quote itself is special. */
export function shellQuote(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`
}
