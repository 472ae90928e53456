import { importsOf, type Import, type Sources } from './import-graph'

interface Rule {
  /** A folder, or a file without its ending. The longest that fits a file is its rule. */
  of: string
  /** What it may import beside itself. */
  may: string[]
  /** What of that it may not. */
  butNot?: string[]
  /** What it may import as types only. */
  types?: string[]
  because: string
}

/** Which way imports may point (design, section 3). Packages are everyone's own affair. */
const rules: Rule[] = [
  { of: 'lib/models', may: [], because: 'models are plain data that everything else rests on' },
  { of: 'lib/measures', may: [], because: 'pictures are measured in any thread, knowing nothing of runs' },
  { of: 'lib/masks', may: [], because: 'masks are worked on in any thread, knowing nothing of screens' },
  {
    of: 'lib/judging',
    may: ['lib/models'],
    types: ['lib/predictions/prediction'],
    because: 'judging knows votes and models, and neither storage nor screens',
  },
  {
    of: 'lib/ledger',
    may: ['lib/models'],
    types: ['lib/predictions/prediction'],
    because: 'the ledger knows what was spent, and neither storage nor screens',
  },
  {
    of: 'lib/reframe',
    may: ['lib/models', 'lib/measures', 'lib/masks'],
    because: 'putting back is arithmetic on pixels, the same in any thread',
  },
  {
    of: 'lib/picture-edits',
    may: ['lib/models', 'lib/assets/picture-limits'],
    because: 'what edits come to is geometry, the same in browser and server',
  },
  {
    of: 'lib/sharing',
    may: ['lib/models', 'lib/judging', 'lib/predictions', 'lib/assets', 'lib/fonts', 'lib/project-file'],
    because: 'what a link shows is made of runs and pictures, and knows neither storage nor screens',
  },
  { of: 'lib/presets', may: [], because: 'presets are plain data, the same in browser and server' },
  { of: 'lib/access', may: [], because: 'who gets in is decided without knowing what for' },
  { of: 'lib/threads', may: ['lib/project-file'], because: 'a thread does not know what it works on' },
  { of: 'lib/net', may: [], because: 'safe fetching knows nothing of what is fetched' },
  {
    of: 'lib/assets',
    may: ['lib/net', 'lib/picture-edits'],
    because: 'pictures are stored without knowing what for',
  },
  {
    of: 'lib/providers',
    may: ['lib/models', 'lib/net'],
    types: ['lib/assets/asset'],
    because: 'an adapter knows its provider’s HTTP and the models, and nothing of our lifecycle or storage',
  },
  {
    of: 'lib/predictions',
    may: [
      'lib/models',
      'lib/assets/asset',
      'lib/assets/asset-urls',
      'lib/assets/picture-refused',
      'lib/providers/provider',
      'lib/providers/provider-error',
    ],
    because: 'the lifecycle knows ports, never what stands behind them',
  },
  {
    of: 'lib/library',
    may: ['lib/models', 'lib/predictions'],
    because: 'the library knows runs and ports, and neither tables nor screens',
  },
  {
    of: 'lib/db',
    may: [
      'lib/models',
      'lib/library',
      'lib/assets/asset',
      'lib/predictions',
      'lib/judging',
      'lib/ledger',
      'lib/picture-edits',
      'lib/presets',
      'lib/sharing/share',
      'lib/sharing/share-store',
    ],
    types: [
      'lib/assets/asset-records',
      'lib/assets/picture-origins',
      'lib/access/session-store',
      'lib/access/token-store',
    ],
    because: 'the database implements ports of predictions and assets, and drives nothing',
  },
  {
    of: 'lib/sandbox',
    may: ['lib/assets/asset', 'lib/fonts', 'lib/models', 'lib/net', 'lib/project-file', 'lib/threads'],
    because: 'the sandbox stands in for a foreign server: it shares the models and nothing of what calls it',
  },
  {
    of: 'components',
    may: [
      'lib/models',
      'lib/assets/asset',
      'lib/assets/asset-urls',
      'lib/samples',
      'lib/measures',
      'lib/masks',
      'lib/judging',
      'lib/ledger',
      'lib/library/library-query',
      'lib/library/trash-days',
      'lib/picture-edits',
      'lib/presets',
      'lib/access/logged-out',
      'lib/sharing/share',
      'lib/sharing/share-texts',
    ],
    types: [
      'lib/library',
      'lib/predictions/view',
      'lib/sharing/shared-view',
      'lib/access/token-store',
      'app/actions',
    ],
    because: 'components see models, pictures’ addresses and what a browser may know of a prediction',
  },
  {
    of: 'app',
    may: ['components', 'lib'],
    butNot: ['lib/db', 'lib/providers', 'lib/sandbox', 'lib/compose', 'lib/commands', 'lib/bench'],
    because: 'routes reach the server only through lib/diptych.ts',
  },
  {
    of: 'lib/api',
    may: ['lib'],
    butNot: ['lib/db', 'lib/providers', 'lib/sandbox', 'lib/commands', 'lib/bench'],
    because: 'our API is a guest of the composition root like the routes',
  },
  {
    of: 'lib',
    may: ['lib'],
    butNot: ['lib/commands', 'lib/bench'],
    because: 'lib serves app and components, not they it',
  },
  { of: 'lib/commands', may: ['lib', 'e2e'], because: 'commands are nobody’s parts' },
  { of: 'lib/bench', may: ['lib', 'e2e'], because: 'the bench is nobody’s part' },
  { of: 'instrumentation', may: ['lib/start-server'], because: 'it only starts the server' },
]

/** Suites, their helpers and the browser tests: free to import anything, and imported by each other only. */
export function isTest(file: string, sources: Sources): boolean {
  return (
    /\.(test|spec)\.tsx?$|-for-tests\.ts$|\/provider-faults\.ts$/.test(file) ||
    within('lib/testing', file) ||
    within('e2e', file) ||
    // The contract suites.
    /from 'vitest'/.test(sources.get(file) ?? '')
  )
}

/** Every import that points the wrong way, as a sentence with file, import and rule. */
export function findWrongImports(sources: Sources, root: string): string[] {
  const wrong: string[] = []
  for (const file of sources.keys()) {
    const rule = ruleFor(file)
    if (!isTest(file, sources) && !rule)
      wrong.push(`${file} lies where no rule is: add one to lib/testing/boundaries.ts`)
    for (const found of importsOf(file, sources, root)) {
      const reason = found.target && whyWrong(file, found, rule, sources)
      if (reason) wrong.push(`${file} imports "${found.specifier}" (${found.target}): ${reason}`)
    }
  }
  return wrong
}

function whyWrong(file: string, found: Import, rule: Rule | undefined, sources: Sources): string | undefined {
  const target = found.target ?? ''
  if (target.startsWith('..')) return 'it lies outside the repository'
  if (/\.tsx?$/.test(target) ? !sources.has(target) : !/\.(css|json|mjs|svg)$/.test(target))
    return 'there is no such file'
  if (isTest(file, sources) || !rule) return undefined
  const isOwn = within(rule.of, target) && ruleFor(target) === rule
  const isFit = (path: string) => within(path, target)
  if (isTest(target, sources) && !rule.may.some((path) => path === 'e2e' && isFit(path)))
    return 'only tests may import tests and their helpers'
  if (isOwn || (rule.may.some(isFit) && !rule.butNot?.some(isFit))) return undefined
  if (rule.types?.some(isFit))
    return found.typeOnly ? undefined : `${rule.of} may import only types from it (import type)`
  return `${rule.of} may import ${listed(rule)}, because ${rule.because}`
}

function listed({ may, butNot, types }: Rule): string {
  const parts = [
    `only ${['itself', ...may].join(', ')}`,
    butNot && `but not ${butNot.join(', ')}`,
    types && `and types of ${types.join(', ')}`,
  ]
  return parts.filter(Boolean).join(' ')
}

function ruleFor(file: string): Rule | undefined {
  return rules.filter(({ of }) => within(of, file)).sort((a, b) => b.of.length - a.of.length)[0]
}

function within(path: string, file: string): boolean {
  return file.startsWith(`${path}/`) || file.replace(/\.tsx?$/, '') === path
}

/** What only a server has: the fence itself, Node, and packages that need it. */
const serverPackage = /^(server-only|node:.*|pg|better-sqlite3|kysely|sharp|undici)$/

/**
 * Every way by which something of the server gets into the browser's code: a chain of imports from a 'use client'
 * file. Types are erased, and a 'use server' file reaches the browser as a reference only.
 */
export function findServerCodeInBrowser(sources: Sources, root: string): string[] {
  const leaks: string[] = []
  for (const [file, text] of sources) {
    if (isTest(file, sources) || !hasDirective(text, 'use client')) continue
    const cameFrom = new Map<string, string | undefined>([[file, undefined]])
    for (const current of cameFrom.keys())
      for (const { specifier, target, typeOnly } of importsOf(current, sources, root)) {
        if (typeOnly) continue
        if (!target && serverPackage.test(specifier))
          leaks.push(
            `${chain(current, cameFrom).join(' → ')} imports "${specifier}", which is for the server only`,
          )
        if (target && !cameFrom.has(target) && !hasDirective(sources.get(target) ?? '', 'use server'))
          cameFrom.set(target, current)
      }
  }
  return leaks
}

function chain(file: string, cameFrom: ReadonlyMap<string, string | undefined>): string[] {
  const before = cameFrom.get(file)
  return before === undefined ? [file] : [...chain(before, cameFrom), file]
}

function hasDirective(text: string, directive: string): boolean {
  return new RegExp(`^\\s*(?:(?:/\\*[\\s\\S]*?\\*/|//.*)\\s*)*['"]${directive}['"]`).test(text)
}
