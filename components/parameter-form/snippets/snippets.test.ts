import { execFile, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { modelById } from '@/lib/models/registry'
import { curlSnippet } from './curl'
import { javascriptSnippet } from './javascript'
import { jsonSnippet } from './json'
import { pythonSnippet } from './python'
import { ownApiRequest, providerRequest, type RequestDescription } from './request-description'

const run = promisify(execFile)
const hasPython = spawnSync('python3', ['--version']).status === 0

/** Everything a shell, JavaScript or Python could trip over. */
const awkward = `it's "quoted" \\n \\ $HOME \`id\` %s \${x} {y} #!; @file <in\nnew line\ttab 🙂 \u2028 é`

const pro = modelById('flux-2-pro-edit')
const klein = modelById('flux2-klein-4b')
const toVibeDream = (prompt: string) =>
  providerRequest(pro, { prompt, images: ['a'.repeat(64), 'b'.repeat(64)], seed: 7 }, undefined)
const toByteCompute = (prompt: string) =>
  providerRequest(klein, { prompt, images: ['a'.repeat(64), 'b'.repeat(64)] }, { width: 800, height: 1200 })

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'snippets-'))
  writeFileSync(join(folder, 'image1.jpg'), 'first')
  writeFileSync(join(folder, 'image2.jpg'), 'second')
})
afterEach(() => rmSync(folder, { recursive: true }))

describe('the described request', () => {
  it('is what the table sends, with pictures as placeholders', () => {
    const { url, keyVariable, body } = toVibeDream('x')
    expect({ url, keyVariable, body }).toEqual({
      url: 'https://api.vibedream.ai/api/v1/models/flux-2-pro-edit/generate',
      keyVariable: 'VIBEDREAM_API_KEY',
      body: {
        prompt: 'x',
        images: ['https://example.com/image1.jpg', 'https://example.com/image2.jpg'],
        seed: 7,
        enable_sync_mode: false,
        enable_base64_output: false,
      },
    })
    expect(toByteCompute('x')).toMatchObject({
      encoding: 'multipart',
      body: { images: [{ file: 'image1.jpg' }, { file: 'image2.jpg' }], aspect_ratio: 'photo_v' },
    })
  })

  it('names the mask apart from the pictures', () => {
    const values = { prompt: 'x', image: 'picture', mask_image: 'painted' }
    expect(providerRequest(modelById('flux-dev'), values, undefined).body).toMatchObject({
      image: 'https://example.com/image1.jpg',
      mask_image: 'https://example.com/mask.png',
    })
  })

  it('keeps the switches of our own API as set, which the provider never sees', () => {
    const values = { prompt: 'x', images: ['id'], enable_sync_mode: true }
    expect(ownApiRequest(pro, values, 'http://127.0.0.1:3000')).toMatchObject({
      url: 'http://127.0.0.1:3000/api/v1/models/flux-2-pro-edit/generate',
      body: values,
    })
    expect(providerRequest(pro, values, undefined).body.enable_sync_mode).toBe(false)
  })

  it('shows multipart files in JSON as curl names them', () => {
    expect(JSON.parse(jsonSnippet(toByteCompute('x')))).toMatchObject({
      images: ['@image1.jpg', '@image2.jpg'],
    })
  })
})

describe('curl', () => {
  /** Lets a real shell read the line, with curl replaced by something that tells its arguments. */
  function argumentsOf(request: RequestDescription): string[] {
    const tell = `curl() { node -e 'console.log(JSON.stringify(process.argv.slice(1)))' -- "$@"; }\n`
    const shell = spawnSync('sh', ['-c', tell + curlSnippet(request)], {
      encoding: 'utf8',
      env: { ...process.env, VIBEDREAM_API_KEY: 'the key', BYTECOMPUTE_API_KEY: 'the key' },
    })
    return JSON.parse(shell.stdout) as string[]
  }

  it('brings JSON through the shell unchanged, and the key out of the variable', () => {
    const words = argumentsOf(toVibeDream(awkward))
    expect(words).toContain('Authorization: Bearer the key')
    expect(JSON.parse(words[words.indexOf('-d') + 1] ?? '')).toEqual(toVibeDream(awkward).body)
  })

  it('repeats the file field, and sends a text that begins with @ as text', () => {
    const words = argumentsOf(toByteCompute('@secret; type=text/html'))
    expect(words[words.indexOf('--form-string') + 1]).toBe('prompt=@secret; type=text/html')
    expect(words.filter((_, index) => words[index - 1] === '-F')).toEqual([
      'images=@image1.jpg',
      'images=@image2.jpg',
    ])
  })
})

describe('JavaScript', () => {
  it.each([toVibeDream, toByteCompute])('runs, and sends what it says', async (describeRequest) => {
    const received: { headers: IncomingMessage['headers']; body: string }[] = []
    const server = createServer(async (request, response) => {
      const chunks: Buffer[] = []
      for await (const chunk of request) chunks.push(chunk as Buffer)
      received.push({ headers: request.headers, body: Buffer.concat(chunks).toString() })
      response.setHeader('content-type', 'application/json').end('{"id":"1"}')
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    try {
      const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
      const request = { ...describeRequest(awkward), url }
      writeFileSync(join(folder, 'snippet.mjs'), javascriptSnippet(request))
      const env = { ...process.env, [request.keyVariable ?? '']: 'the-key' }
      await run(process.execPath, ['snippet.mjs'], { cwd: folder, env })

      const [{ headers, body } = { headers: {}, body: '' }] = received
      expect(headers.authorization).toBe('Bearer the-key')
      if (request.encoding === 'json') expect(JSON.parse(body)).toEqual(request.body)
      else {
        const form = await new Response(body, {
          headers: { 'content-type': headers['content-type'] ?? '' },
        }).formData()
        // Multipart turns line ends in texts into CRLF, by the standard.
        expect(String(form.get('prompt')).replaceAll('\r\n', '\n')).toBe(awkward)
        expect(await Promise.all(form.getAll('images').map((file) => (file as File).text()))).toEqual([
          'first',
          'second',
        ])
      }
    } finally {
      server.close()
    }
  })
})

describe.skipIf(!hasPython)('Python', () => {
  const stub = `
import json, sys, types
class Response:
    content = b""
    def raise_for_status(self): pass
    def json(self): return None
def post(url, **rest):
    rest["files"] = [[n, f if isinstance(f, tuple) else f.read().decode()] for n, f in rest.get("files", [])]
    print(json.dumps({"url": url, **rest}))
    return Response()
sys.modules["requests"] = types.SimpleNamespace(post=post)
exec(compile(open("snippet.py", encoding="utf-8").read(), "snippet.py", "exec"))
`
  it.each([toVibeDream, toByteCompute])('runs, and sends what it says', async (describeRequest) => {
    const request = describeRequest(awkward)
    writeFileSync(join(folder, 'snippet.py'), pythonSnippet(request))
    const env = { ...process.env, [request.keyVariable ?? '']: 'the key', PYTHONIOENCODING: 'utf-8' }
    const { stdout } = await run('python3', ['-c', stub], { cwd: folder, env })
    const sent = JSON.parse(stdout.split('\n')[0] ?? '') as Record<string, unknown>
    expect(sent).toMatchObject({ url: request.url, headers: { Authorization: 'Bearer the key' } })
    if (request.encoding === 'json') expect(sent.json).toEqual(request.body)
    else
      expect(sent.files).toEqual([
        ['prompt', [null, awkward]],
        ['model', [null, 'flux2-klein-4b']],
        ['images', 'first'],
        ['images', 'second'],
        ['aspect_ratio', [null, 'photo_v']],
      ])
  })
})

describe('our own API', () => {
  it('needs no key, in any language', () => {
    const request = ownApiRequest(pro, { prompt: 'x', images: ['id'] }, 'http://127.0.0.1:3000')
    for (const write of [curlSnippet, javascriptSnippet, pythonSnippet])
      expect(write(request)).not.toMatch(/authorization|environ/i)
  })
})
