import 'server-only'
import { colourNames } from './colour-words'

/** A piece of an instruction that asks for one thing. */
export interface Clause {
  /** As the person wrote it. */
  text: string
  /** Which sentence part it stands in: what is said of the sky in "the sky darker and bluer" holds for both clauses. */
  part: number
}

const parts = /[,;!?\n]+|\.(?=\s|$)|\b(?:and )?then\b/gi
const colour = `(?:${colourNames}|#[0-9a-f]{6}|#[0-9a-f]{3})`
const other = '(?:the )?(?:second|other|image|picture|photo)\\b|image ?\\d'
// "black and white", "purple and orange" and "image 1 and image 2" are one thing each.
const pieces = new RegExp(
  `(?<!(?:\\b|(?=#))${colour})\\s+and\\s+(?!${other})|\\s+and\\s+(?!${colour}\\b|${other})|` +
    // A shadow is a thing of its own: "white background with a soft shadow".
    '\\s+with\\s+(?=an?\\s+(?:[a-z]+\\s+)?(?:drop[ -]?)?shadow\\b)|' +
    '\\s+&\\s+(?!white\\b)|(?<!\\b(?:everything|all|anything|nothing|rest))\\s+but\\s+|\\s+while\\s+',
  'gi',
)
/** A # that is no colour ("variant #12") says nothing. */
const looseNumber = /#(?!(?:[0-9a-f]{3}|[0-9a-f]{6})\b)\w*/gi

/** The clauses of an instruction, in order, without empty ones. */
export function clausesOf(instruction: string): Clause[] {
  return instruction
    .replace(looseNumber, ' ')
    .split(parts)
    .flatMap((text, part) => text.split(pieces).map((piece) => ({ text: piece.trim(), part })))
    .filter(({ text }) => /[\p{L}\p{N}]/u.test(text) && !/^(?:and|please|thanks?|thank you)$/i.test(text))
}
