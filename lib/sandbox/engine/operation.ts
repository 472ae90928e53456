import 'server-only'
import type { Picture } from './picture'

/** What an operation may use beside the picture it changes. */
export interface EditContext {
  seed: number
  signal?: AbortSignal
  /** Decodes one of the input pictures, upright; 1 is the first, where the edit begins. */
  image(number: number): Promise<Picture>
  /** Where the picture may change, one byte a pixel of the first picture. */
  mask?: Mask
}

export interface Mask {
  /** 255 may change, 0 must not. */
  values: Uint8Array
  width: number
  height: number
}

/** The words about one operation, in small letters. */
export interface Words {
  /** From the operation before it to the one after it: amounts, colours and directions are read here. */
  near: string
  /** The words its pattern matched. */
  matched: string
  /** The whole clause. */
  clause: string
  /** How many pictures were given. */
  images: number
  hasMask: boolean
}

/** One thing the engine can do to a picture. */
export interface Operation<P = unknown> {
  name: string
  /** The words it answers to, with word boundaries. */
  pattern: RegExp
  /** What a person would write. */
  example: string
  /**
   * `frame` changes the picture's outline (a mask can't hold it); `pair` puts two pictures together; `repair` fills the
   * mask; `light` is the light of a scene, which a landscape drawn from text has already; all else is `look`.
   */
  kind?: 'look' | 'light' | 'frame' | 'pair' | 'repair'
  /** What the words ask for; undefined if they don't ask for this after all. */
  read(words: Words): P | undefined
  /** What was done, in words. */
  describe(parameters: P): string
  apply(picture: Picture, parameters: P, context: EditContext): Promise<Picture>
}

/** An operation with what the words asked of it, ready to be applied. */
export interface Step {
  operation: string
  kind: NonNullable<Operation['kind']>
  description: string
  apply(picture: Picture, context: EditContext): Promise<Picture>
}

/** An operation as the registry lists it: its parameters stay its own business. */
export interface ListedOperation {
  name: string
  pattern: RegExp
  example: string
  kind: NonNullable<Operation['kind']>
  /** Undefined if the words don't ask for this after all. */
  plan(words: Words): Step | undefined
}

export function defineOperation<P>(operation: Operation<P>): ListedOperation {
  const { name, pattern, example, kind = 'look' } = operation
  return {
    name,
    pattern,
    example,
    kind,
    plan(words) {
      const parameters = operation.read(words)
      if (parameters === undefined) return undefined
      return {
        operation: name,
        kind,
        description: operation.describe(parameters),
        apply: (picture, context) => operation.apply(picture, parameters, context),
      }
    },
  }
}
