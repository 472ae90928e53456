import { formFields, type RequestDescription } from './request-description'

/** The request as an ES module for Node 20 or newer. JSON is JavaScript, so strings need no other quoting. */
export function javascriptSnippet(request: RequestDescription): string {
  const multipart = request.encoding === 'multipart'
  const headers = [
    request.keyVariable && `    Authorization: \`Bearer \${process.env.${request.keyVariable}}\`,`,
    !multipart && `    'Content-Type': 'application/json',`,
  ].filter(Boolean)
  const fields = multipart ? formFields(request) : []
  const needsFiles = request.answer === 'picture' || fields.some(([, value]) => typeof value === 'object')
  return [
    ...(needsFiles ? [`import fs from 'node:fs'`, ''] : []),
    ...(multipart ? formLines(fields) : []),
    `const response = await fetch(${JSON.stringify(request.url)}, {`,
    `  method: 'POST',`,
    ...(headers.length > 0 ? ['  headers: {', ...headers, '  },'] : []),
    multipart
      ? '  body: form,'
      : `  body: JSON.stringify(${indent(JSON.stringify(request.body, null, 2), '  ')}),`,
    '})',
    'if (!response.ok) throw new Error(`${response.status} ${await response.text()}`)',
    request.answer === 'picture'
      ? `fs.writeFileSync('result.png', Buffer.from(await response.arrayBuffer()))`
      : 'console.log(await response.json())',
    '',
  ].join('\n')
}

function formLines(fields: ReturnType<typeof formFields>): string[] {
  return [
    'const form = new FormData()',
    ...fields.map(([name, value]) => {
      const field = JSON.stringify(name)
      if (typeof value === 'string') return `form.append(${field}, ${JSON.stringify(value)})`
      const file = JSON.stringify(value.file)
      return `form.append(${field}, new Blob([fs.readFileSync(${file})]), ${file})`
    }),
    '',
  ]
}

function indent(text: string, by: string): string {
  return text.replaceAll('\n', `\n${by}`)
}
