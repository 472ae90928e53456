import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { findServerCodeInBrowser, findWrongImports, isTest } from './boundaries'
import { importsOf, readSources, type Sources } from './import-graph'

const root = fileURLToPath(new URL('../..', import.meta.url))
const sources = readSources(root, ['app', 'components', 'lib', 'e2e', 'instrumentation.ts'])

describe('the boundaries', () => {
  it('are looked for in all files and all their imports', () => {
    const production = [...sources.keys()].filter((file) => !isTest(file, sources))
    // A checker that reads nothing finds nothing.
    for (const [folder, atLeast] of Object.entries({ app: 15, components: 60, lib: 120 }))
      expect(production.filter((file) => file.startsWith(`${folder}/`)).length, folder).toBeGreaterThan(
        atLeast,
      )
    const inside = production.flatMap((file) => importsOf(file, sources, root)).filter(({ target }) => target)
    expect(inside.length).toBeGreaterThan(400)
  })

  it('are crossed by no import', () => {
    expect(findWrongImports(sources, root)).toEqual([])
  })

  it('keep everything of the server out of the browser', () => {
    expect(findServerCodeInBrowser(sources, root)).toEqual([])
  })
})

/** The real tree with some files put in. */
function planted(files: Record<string, string>): Sources {
  return new Map([...sources, ...Object.entries(files)])
}

describe('a planted violation is found', () => {
  it.each<[string, string, string, string]>([
    [
      'by alias',
      'lib/models/bad.ts',
      `import { x } from '@/lib/db/client'`,
      'lib/models may import only itself',
    ],
    [
      'by a relative path',
      'lib/models/bad.ts',
      `import { x } from '../db/client'`,
      'lib/models may import only itself',
    ],
    [
      're-exported',
      'lib/assets/bad.ts',
      `export { x } from '../predictions/run'`,
      'lib/assets may import only',
    ],
    [
      're-exported whole',
      'lib/net/bad.ts',
      `export * from '@/lib/assets/asset'`,
      'lib/net may import only itself',
    ],
    ['for its effect', 'app/bad.ts', `import '@/lib/db/client'`, 'only through lib/diptych.ts'],
    [
      'dynamic',
      'components/bad.tsx',
      `const x = () => import('../lib/diptych')`,
      'components may import only',
    ],
    [
      'required',
      'lib/sandbox/bad.ts',
      `const x = require('../predictions/run')`,
      'lib/sandbox may import only',
    ],
    [
      'as a type',
      'lib/providers/bad.ts',
      `import type { Run } from '../predictions/run'`,
      'lib/providers may import',
    ],
    ['in a type', 'lib/models/bad.ts', `type X = import('../predictions/run').Run`, 'lib/models may import'],
    ['of an adapter', 'lib/predictions/bad.ts', `import { x } from '@/lib/providers/vibedream'`, 'ports'],
    [
      'up the tree',
      'lib/predictions/bad.ts',
      `import { x } from '@/components/ui/button'`,
      'lib/predictions may import',
    ],
    ['of the database', 'lib/predictions/bad.ts', `import { x } from '@/lib/db/prediction-store'`, 'ports'],
    [
      'more than a type',
      'components/bad.tsx',
      `import { viewRun } from '@/lib/predictions/view'`,
      'only types',
    ],
    ['of a test helper', 'lib/log-more.ts', `import { x } from '@/lib/testing/a-prediction'`, 'only tests'],
    ['of what is not there', 'lib/models/bad.ts', `import { x } from './nowhere'`, 'no such file'],
    [
      'out of the repository',
      'lib/models/bad.ts',
      `import { x } from '../../../other/x'`,
      'outside the repository',
    ],
  ])('%s', (_, file, text, rule) => {
    const found = findWrongImports(planted({ [file]: text }), root)
    const [violation, ...more] = found.filter((one) => one.startsWith(file))
    expect(more).toEqual([])
    expect(violation).toContain(`${file} imports "${/'([^']+)'/.exec(text)?.[1]}"`)
    expect(violation).toContain(rule)
  })

  it('in a folder that no rule knows', () => {
    expect(findWrongImports(planted({ 'scripts/new.ts': '' }), root)).toContainEqual(
      expect.stringContaining('scripts/new.ts lies where no rule is'),
    )
  })

  it.each<[string, string]>([
    ['the fence', `import 'server-only'`],
    ['Node', `import fs from 'node:fs'`],
    ['a database driver', `import pg from 'pg'`],
  ])('of %s in the browser, three files away and in spite of a comment before the directive', (_, text) => {
    const tree = planted({
      'components/a.tsx': `/* why */\n'use client'\nimport { b } from './b'`,
      'components/b.ts': `export { c as b } from './c'`,
      'components/c.ts': text,
    })
    expect(findServerCodeInBrowser(tree, root)).toEqual([
      expect.stringContaining('components/a.tsx → components/b.ts → components/c.ts imports "'),
    ])
  })

  it('but types and server actions are let through', () => {
    const tree = planted({
      'components/a.tsx': `'use client'\nimport type { c } from './c'\nimport { act } from './act'`,
      'components/c.ts': `import 'server-only'`,
      'components/act.ts': `'use server'\nimport 'server-only'`,
    })
    expect(findServerCodeInBrowser(tree, root)).toEqual([])
  })
})
