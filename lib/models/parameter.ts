/**
 * One row of a model's parameter table. From these rows come the input type, the zod schema, the form field,
 * the request body, the docs and the snippets, so a parameter is never named anywhere else.
 *
 * Plain data: this folder is safe to ship to the browser.
 */

/** By its role a value survives a change of model and is shared by all models of a run. */
export type SharedRole = 'prompt' | 'images' | 'mask' | 'seed'

/**
 * What else the product itself must recognise in a table, whatever the row is called:
 * `count` multiplies a per-image price; `sync` and `base64` shape the answer of *our* API and are told to the
 * provider as `false` (README, Decisions: an asynchronous submit gives us the id before anything can be lost).
 */
export type Role = SharedRole | 'count' | 'sync' | 'base64'

interface Row {
  /** The provider's own field name, used unchanged in form, database and API. */
  name: string
  /** What a person reads; without it the name in sentence case. */
  label?: string
  /** The provider's description, or ours where the page leaves the cell empty. */
  description: string
  required?: true
  role?: Role
  /** Shown in the form's Advanced section. */
  advanced?: true
  /** Where the page is silent or contradicts itself: what we decided, and why. Shown on the model's page. */
  decided?: string
}

export interface TextParameter extends Row {
  kind: 'text'
  default?: string
  /** Most characters we accept; a bound of ours, against accidents, where the page names none. */
  maxLength: number
}

/** One picture. */
export interface ImageParameter extends Row {
  kind: 'image'
}

/** An ordered list of pictures: "image1", "image2" in an instruction follow this order. */
export interface ImagesParameter extends Row {
  kind: 'images'
  min: number
  max: number
  /** Another `images` row of this model that this one only spells differently; given both, that one wins. */
  sameAs?: string
}

/** White is regenerated, black is kept. */
export interface MaskParameter extends Row {
  kind: 'mask'
  /** The picture row the mask lies on; without that picture a mask means nothing. */
  of: string
}

interface Numeric extends Row {
  min: number
  max: number
  step: number
  default: number
  /** The picture row without which the value has no effect. */
  onlyWith?: string
}
export interface IntegerParameter extends Numeric {
  kind: 'integer'
}
export interface NumberParameter extends Numeric {
  kind: 'number'
}

export interface BooleanParameter extends Row {
  kind: 'boolean'
  /** Absent where the page names none: then an untouched switch is left out of the request. */
  default?: boolean
}

export interface ChoiceParameter extends Row {
  kind: 'choice'
  options: readonly string[]
  default?: string
}

export interface SizeOption {
  /** As it goes over the wire. */
  value: string
  /** Pixels, where the page gives them. */
  width?: number
  height?: number
}

/**
 * The output's dimensions, kept as the provider spells them.
 * `whenEmpty` says what an empty field means: `omit` leaves it out (the provider follows the input picture, or its
 * own default); `nearest` picks the listed option nearest in shape to the first picture, else the default.
 */
export type SizeParameter = Row & { kind: 'size'; default?: string } & (
    | { options: readonly SizeOption[]; whenEmpty: 'omit' | 'nearest' }
    | {
        /** Width and height in pixels, each within the range. */
        min: number
        max: number
        separator: '*' | 'x'
        whenEmpty: 'omit'
        /** Spellings of "empty" that the provider's own examples use. */
        emptyValues?: readonly (string | number)[]
        /** Set where the wire form is our guess: the form says so before it is used. */
        experimental?: string
      }
  )

export interface SeedParameter extends Row {
  kind: 'seed'
  min: number
  max: number
  /** How "random" is said on the wire: this number, or by leaving the field out. */
  random: number | 'omit'
}

export type Parameter =
  | TextParameter
  | ImageParameter
  | ImagesParameter
  | MaskParameter
  | IntegerParameter
  | NumberParameter
  | BooleanParameter
  | ChoiceParameter
  | SizeParameter
  | SeedParameter

export type ParameterKind = Parameter['kind']
export type ParameterOf<K extends ParameterKind> = Extract<Parameter, { kind: K }>

const sharedRoles: readonly Role[] = ['prompt', 'images', 'mask', 'seed']

export function isSharedRole(role: Role | undefined): role is SharedRole {
  return role !== undefined && sharedRoles.includes(role)
}

/** "num_inference_steps" reads "Num inference steps" unless the row has its own label. */
export function labelOf(parameter: Pick<Row, 'name' | 'label'>): string {
  if (parameter.label) return parameter.label
  const words = parameter.name.replaceAll('_', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}
