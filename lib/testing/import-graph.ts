import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import ts from 'typescript'

/** Repository paths with `/`, such as "lib/models/model.ts", and their text. */
export type Sources = ReadonlyMap<string, string>

export interface Import {
  /** As written. */
  specifier: string
  /** The file of the repository it means; undefined for packages. */
  target?: string
  /** Erased when compiled (`import type`), so that nothing of the target is loaded. */
  typeOnly: boolean
}

/** These files of `root`, and all TypeScript below these folders of it. */
export function readSources(root: string, places: readonly string[]): Sources {
  const sources = new Map<string, string>()
  const read = (file: string) =>
    sources.set(path.relative(root, file).split(path.sep).join('/'), readFileSync(file, 'utf8'))
  for (const place of places.map((name) => path.join(root, name))) {
    if (statSync(place).isFile()) read(place)
    else
      for (const entry of readdirSync(place, { withFileTypes: true, recursive: true }))
        if (entry.isFile() && /\.(ts|tsx|mts)$/.test(entry.name))
          read(path.join(entry.parentPath, entry.name))
  }
  return sources
}

/**
 * Every import of a file: static, dynamic, `export … from`, `import('…')` in types, `require`. A path is resolved as
 * the bundler does; one that leads nowhere comes back as its own target.
 */
export function importsOf(file: string, sources: Sources, root: string): Import[] {
  return parse(file, sources.get(file) ?? '').map((written) => ({
    ...written,
    target: resolve(file, written.specifier, sources, root),
  }))
}

type Written = Omit<Import, 'target'>

/** Parsing is what takes the time, and the same text is asked for again and again. */
const parsed = new Map<string, { text: string; imports: Written[] }>()

function parse(file: string, text: string): Written[] {
  const known = parsed.get(file)
  if (known?.text === text) return known.imports
  const imports = parseImports(file, text)
  parsed.set(file, { text, imports })
  return imports
}

function parseImports(file: string, text: string): Written[] {
  const tree = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, false, scriptKind(file))
  const found: Written[] = []
  const add = (specifier: ts.Node | undefined, typeOnly: boolean) => {
    if (specifier && ts.isStringLiteralLike(specifier)) found.push({ specifier: specifier.text, typeOnly })
  }
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node))
      add(node.moduleSpecifier, node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword)
    else if (ts.isExportDeclaration(node)) add(node.moduleSpecifier, node.isTypeOnly)
    else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument))
      add(node.argument.literal, true)
    else if (ts.isExternalModuleReference(node)) add(node.expression, false)
    else if (ts.isCallExpression(node) && loadsModule(node.expression)) add(node.arguments[0], false)
    ts.forEachChild(node, visit)
  }
  visit(tree)
  return found
}

function loadsModule(callee: ts.Expression): boolean {
  return callee.kind === ts.SyntaxKind.ImportKeyword || (ts.isIdentifier(callee) && callee.text === 'require')
}

function scriptKind(file: string): ts.ScriptKind {
  return file.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS
}

const endings = ['', '.ts', '.tsx', '.mts', '/index.ts', '/index.tsx']

function resolve(from: string, specifier: string, sources: Sources, root: string): string | undefined {
  const target = specifier.startsWith('@/')
    ? path.posix.normalize(specifier.slice(2))
    : /^\.{1,2}(\/|$)/.test(specifier)
      ? path.posix.join(path.posix.dirname(from), specifier)
      : undefined
  if (target === undefined) return undefined
  const candidates = endings.map((ending) => target + ending)
  return candidates.find((candidate) => sources.has(candidate) || isOther(root, candidate)) ?? target
}

/** Not TypeScript, and yet there: a style sheet, JSON. */
function isOther(root: string, file: string): boolean {
  return /\.(css|json|mjs|svg)$/.test(file) && existsSync(path.join(root, file))
}
