import type { Model, ModelValues } from './model'
import type { Parameter, ParameterKind, ParameterOf } from './parameter'
import { resolveEmptySize, type Dimensions } from './size'

/** A body field: JSON, or (multipart providers) pictures as `P`. */
export type WireValue<P> = string | number | boolean | P | P[]

/**
 * The body that goes to the provider, made row by row from the table.
 *
 * @param values   checked values (`schemaFor`)
 * @param picture  turns a picture reference into what this provider takes: a URL, or bytes
 * @param first    pixels of the first input picture, for sizes that follow it
 */
export function requestBody<P>(
  model: Model,
  values: ModelValues,
  picture: (reference: string) => P,
  first?: Dimensions,
): Record<string, WireValue<P>> {
  const body: Record<string, WireValue<P>> = {}
  for (const parameter of model.parameters) {
    const toWire = wireByKind[parameter.kind] as ToWire<Parameter>
    const value = toWire(parameter, values[parameter.name], { picture, first }) as WireValue<P> | undefined
    if (value !== undefined) body[parameter.name] = value
  }
  return body
}

interface Context {
  picture: (reference: string) => unknown
  first?: Dimensions
}
/** Undefined leaves the row out of the body. */
type ToWire<R extends Parameter> = (parameter: R, value: unknown, context: Context) => unknown

const wireByKind: { [K in ParameterKind]: ToWire<ParameterOf<K>> } = {
  text: (parameter, value) => value ?? parameter.default,
  image: (_, value, { picture }) => (value === undefined ? undefined : picture(value as string)),
  mask: (_, value, { picture }) => (value === undefined ? undefined : picture(value as string)),
  images: (parameter, value, { picture }) => {
    // A second spelling is never sent: its pictures were merged into the row it stands for (`mergeSpellings`).
    if (parameter.sameAs) return undefined
    const list = (value ?? []) as string[]
    return list.length === 0 ? undefined : list.map(picture)
  },
  integer: (parameter, value) => value ?? parameter.default,
  number: (parameter, value) => value ?? parameter.default,
  boolean: (parameter, value) =>
    parameter.role === 'sync' || parameter.role === 'base64' ? false : (value ?? parameter.default),
  choice: (parameter, value) => value ?? parameter.default,
  size: (parameter, value, { first }) => value ?? resolveEmptySize(parameter, first),
  seed: (parameter, value) => value ?? (parameter.random === 'omit' ? undefined : parameter.random),
}

/** Moves pictures given under a second spelling (`sameAs`) to the row they belong to, which wins if it has any. */
export function mergeSpellings(model: Model, values: ModelValues): ModelValues {
  const merged = { ...values }
  for (const parameter of model.parameters) {
    if (parameter.kind !== 'images' || !parameter.sameAs) continue
    const { [parameter.name]: spelled } = merged
    delete merged[parameter.name]
    if (merged[parameter.sameAs] === undefined && spelled !== undefined) merged[parameter.sameAs] = spelled
  }
  return merged
}
