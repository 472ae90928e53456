import 'server-only'
import type { Picture } from './picture'
import type { Face } from './regions/find-faces'
import type { Region, RegionName } from './regions/region'

/** What an operation may use beside the picture it changes. */
export interface EditContext {
  /** This step's own: the request's seed mixed with the step's place and name. */
  seed: number
  /** Decodes one of the input pictures, upright; 1 is the first, where the edit begins. */
  image(number: number): Promise<Picture>
  /** Where the picture may change, one byte a pixel of the first picture. Most operations need not look: the edit is
   * blended by it afterwards. */
  mask?: Mask
  /**
   * A part of the picture, found on the original in its present frame and kept: asking twice costs nothing. Rejects
   * with `LowConfidence` where it is not found surely enough.
   */
  region(name: RegionName): Promise<Region>
  /** Where faces are on that original, roughly, and many times as quick as `region('face')`; empty where there are none. */
  faces(): Promise<Face[]>
  /** Says beside the result what is not quite as asked: "found the main subject instead of “the car”". */
  note(text: string): void
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
  /** The whole clause. What stood in quotation marks is “0”, “1” … here, so that it is not read as words. */
  clause: string
  /** What stood in quotation marks in the whole instruction, as it was written: `quotes[0]` for “0”. */
  quotes: readonly string[]
  /** How many pictures were given. */
  images: number
  hasMask: boolean
}

/**
 * `look` changes colours or drawing in place: a mask or a part of the picture ("the sky") can hold it. `light` is the
 * light or weather of a scene, which a scene drawn from text has already. `part` finds its own place ("blur the
 * background", "pink hair"). `frame` changes the picture's outline: a mask can't hold it. `pair` puts pictures
 * together. `repair` fills the mask, or the subject where there is none.
 */
export type OperationKind = 'look' | 'light' | 'part' | 'frame' | 'pair' | 'repair'

/** One thing the engine can do to a picture. */
export interface Operation<P = unknown> {
  name: string
  /** The words it answers to, with word boundaries. Of overlapping operations the one that begins first is taken, then
   * the one that takes more words. */
  pattern: RegExp
  /** What a person would write. */
  example: string
  kind?: OperationKind
  /** Whether the seed changes the result; "seed has no effect here" is said of the rest. */
  seeded?: boolean
  /** What the words ask for, as plain data that is told with the result; undefined if they don't ask for this after
   * all. */
  read(words: Words): P | undefined
  /** What was done, in words. */
  describe(parameters: P): string
  /** Said beside the result where this is only near what was asked: "Ghibli: used the cartoon filter". */
  approximates?(parameters: P): string | undefined
  /** The picture changed; its transparency is kept unless that is what is asked for. */
  apply(picture: Picture, parameters: P, context: EditContext): Picture | Promise<Picture>
}

/** An operation with what the words asked of it, ready to be applied. */
export interface Step {
  operation: string
  kind: OperationKind
  seeded: boolean
  parameters: unknown
  description: string
  approximates?: string | undefined
  apply(picture: Picture, context: EditContext): Picture | Promise<Picture>
}

/** An operation as the registry lists it: its parameters stay its own business. */
export interface ListedOperation {
  name: string
  pattern: RegExp
  example: string
  kind: OperationKind
  /** Undefined if the words don't ask for this after all. */
  plan(words: Words): Step | undefined
}

export function defineOperation<P>(operation: Operation<P>): ListedOperation {
  const { name, pattern, example, kind = 'look', seeded = false } = operation
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
        seeded,
        parameters,
        description: operation.describe(parameters),
        approximates: operation.approximates?.(parameters),
        apply: (picture, context) => operation.apply(picture, parameters, context),
      }
    },
  }
}
