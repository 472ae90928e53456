import type { PreFlightNote } from './pre-flight'

const mostNamed = 3

/**
 * The notes of a batch: those that hold for all its pictures as they are, others with the pictures they are about. Of
 * very many only the first are told, and how many pictures there are more like these.
 *
 * @param notes  of each picture: its name, and all that was said of its cells
 */
export function batchNotes(
  notes: readonly { picture: string; notes: readonly PreFlightNote[] }[],
): PreFlightNote[] {
  const found = new Map<string, { note: PreFlightNote; pictures: Set<string> }>()
  for (const { picture, notes: own } of notes)
    for (const note of own) {
      const known = found.get(note.text) ?? { note, pictures: new Set() }
      found.set(note.text, { ...known, pictures: known.pictures.add(picture) })
    }
  const count = new Set(notes.map(({ picture }) => picture)).size
  const all = [...found.values()]
  const common = all.filter(({ pictures, note }) => pictures.size === count || note.level === 'blocked')
  // A warning matters more than a remark, and what is about many more than what is about one.
  const some = all
    .filter((one) => !common.includes(one))
    .sort((a, b) => rank(a.note) - rank(b.note) || b.pictures.size - a.pictures.size)
  const told = some.slice(0, mostNamed)
  const untold = new Set(some.slice(mostNamed).flatMap(({ pictures }) => [...pictures]))
  return [
    ...common.map(({ note }) => note),
    ...told.map(({ note, pictures }) => ({ ...note, text: `${namesOf([...pictures])}: ${note.text}` })),
    ...(untold.size > 0 ? [{ level: 'info' as const, text: moreLikeThese(untold.size) }] : []),
  ]
}

function moreLikeThese(pictures: number): string {
  return pictures === 1
    ? '1 more picture has remarks like these.'
    : `${pictures} more pictures have remarks like these.`
}

function rank({ level }: PreFlightNote): number {
  return level === 'warning' ? 0 : 1
}

function namesOf([first = '', ...others]: string[]): string {
  return others.length === 0 ? first : `${first} and ${others.length} more`
}
