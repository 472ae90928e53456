import { formFields, type RequestDescription } from './request-description'

/** The request as a Python 3 script with `requests`. */
export function pythonSnippet(request: RequestDescription): string {
  const multipart = request.encoding === 'multipart'
  return [
    'import os',
    '',
    'import requests',
    '',
    'response = requests.post(',
    `    ${JSON.stringify(request.url)},`,
    ...(request.keyVariable
      ? [`    headers={"Authorization": f"Bearer {os.environ['${request.keyVariable}']}"},`]
      : []),
    ...(multipart ? formLines(request) : [`    json=${indent(pythonLiteral(request.body), '    ')},`]),
    ')',
    'response.raise_for_status()',
    ...(request.answer === 'picture'
      ? ['with open("result.png", "wb") as file:', '    file.write(response.content)']
      : ['print(response.json())']),
    '',
  ]
    .slice(request.keyVariable ? 0 : 2)
    .join('\n')
}

/** Texts go into `files` too, without a file name: only then does requests write multipart when there is no file. */
function formLines(request: RequestDescription): string[] {
  const parts = formFields(request).map(([name, value]) =>
    typeof value === 'string'
      ? `        (${JSON.stringify(name)}, (None, ${JSON.stringify(value)})),`
      : `        (${JSON.stringify(name)}, open(${JSON.stringify(value.file)}, "rb")),`,
  )
  return ['    files=[', ...parts, '    ],']
}

/** JSON as Python writes it. A JSON string is a Python string: every escape JSON has means the same there. */
function pythonLiteral(value: unknown, depth = ''): string {
  if (value === null || value === undefined) return 'None'
  if (typeof value === 'boolean') return value ? 'True' : 'False'
  if (typeof value !== 'object') return JSON.stringify(value)
  const inner = `${depth}    `
  const isList = Array.isArray(value)
  const items = isList
    ? value.map((item) => pythonLiteral(item, inner))
    : Object.entries(value).map(([name, item]) => `${JSON.stringify(name)}: ${pythonLiteral(item, inner)}`)
  const [open, close] = isList ? ['[', ']'] : ['{', '}']
  if (items.length === 0) return open + close
  return `${open}\n${items.map((item) => `${inner}${item},\n`).join('')}${depth}${close}`
}

function indent(text: string, by: string): string {
  return text.replaceAll('\n', `\n${by}`)
}
