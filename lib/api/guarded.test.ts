import fs from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const root = fileURLToPath(new URL('../..', import.meta.url))
const sources = ['app', 'components', 'lib'].flatMap((folder) =>
  fs
    .readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /(?<!\.test)\.tsx?$/.test(file))
    .map((file) => path.join(folder, file)),
)
const read = (file: string) => fs.readFileSync(path.join(root, file), 'utf8')

describe('who asks is asked', () => {
  it('by every route handler, but for the one that serves the build’s own scripts', () => {
    const routes = sources.filter((file) => /^app\/.*\/route\.tsx?$/.test(file))
    expect(routes.length).toBeGreaterThan(25)
    const handlers = routes.filter((file) => !/\bapiRoute[<(]/.test(read(file)))
    expect(handlers).toEqual(['app/chunks/[file]/route.ts'])
    // One beside it would answer without being asked.
    for (const file of routes.filter((route) => !handlers.includes(route)))
      expect(read(file), file).not.toMatch(/export (async )?function (GET|HEAD|POST|PUT|PATCH|DELETE)\b/)
  })

  it('by every server action, before it does anything', () => {
    const files = sources.filter((file) => /^['"]use server['"]/.test(read(file)))
    const actions = files.flatMap((file) =>
      read(file)
        .split(/^export async function /m)
        .slice(1),
    )
    expect(actions.length).toBeGreaterThan(1)
    for (const action of actions) expect(action).toMatch(/await pageCaller\(\)[\s\S]*visitor[\s\S]*try \{/)
    // Within a function: none of these.
    for (const file of sources) expect(read(file), file).not.toMatch(/^\s+['"]use server['"]/m)
  })
})
