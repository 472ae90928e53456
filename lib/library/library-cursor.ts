/** After which run a page begins: what every order sorts by. */
export interface LibraryCursor {
  costCents: number
  createdAt: number
  id: string
}

/** As it stands in an answer: "1.6~1763722800000~id". */
export function writeLibraryCursor({ costCents, createdAt, id }: LibraryCursor): string {
  return `${costCents}~${createdAt}~${id}`
}

/** Undefined for anything that is no cursor. */
export function readLibraryCursor(text: string): LibraryCursor | undefined {
  const [costCents, createdAt, id, ...more] = text.split('~')
  const isCursor =
    more.length === 0 && isNumber(costCents) && isNumber(createdAt) && /^[\w-]{1,64}$/.test(id ?? '')
  return isCursor ? { costCents: Number(costCents), createdAt: Number(createdAt), id: id ?? '' } : undefined
}

function isNumber(text: string | undefined): boolean {
  return text !== undefined && text !== '' && Number.isFinite(Number(text))
}
