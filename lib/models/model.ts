import type { Parameter } from './parameter'
import type { ProviderId } from './providers'

/** One entry of the catalogue. */
export interface Model {
  /** Ours, and the path segment of our API. */
  id: string
  provider: ProviderId
  title: string
  /** One sentence: what it is good for. */
  summary: string
  description: string
  /** The path below the provider's base URL that takes a submit. */
  endpoint: string
  /** US cents. `image`: times the number of pictures asked for. */
  price: { cents: number; per: 'run' | 'image' }
  /** Seconds from submit to result as the provider states them; absent where its page says "variable". */
  usualSeconds?: readonly [number, number]
  /** The provider's own advice for instructions. */
  tips: readonly string[]
  /** What we decided about the model as a whole where its page is silent. */
  decisions: readonly string[]
  parameters: readonly Parameter[]
}

/** Keeps the literal types of a table, from which `ModelInput` is derived, while checking its shape. */
export function defineModel<const M extends Model>(model: M): M {
  return model
}

type Value<P> = P extends { kind: 'text' | 'image' | 'mask' }
  ? string
  : P extends { kind: 'images' }
    ? string[]
    : P extends { kind: 'integer' | 'number' | 'seed' }
      ? number
      : P extends { kind: 'boolean' }
        ? boolean
        : P extends { kind: 'choice'; options: readonly (infer O)[] }
          ? O
          : P extends { kind: 'size'; options: readonly { value: infer V }[] }
            ? V
            : P extends { kind: 'size' }
              ? string
              : never

type Flatten<T> = { [K in keyof T]: T[K] }

/** The input of one model, read off its literal table: pictures are references, absent means default. */
export type ModelInput<M extends Model> = Flatten<
  { [P in M['parameters'][number] as P extends { required: true } ? P['name'] : never]: Value<P> } & {
    [P in M['parameters'][number] as P extends { required: true } ? never : P['name']]?: Value<P>
  }
>

/** A model's values when the model is known only at run time. Checked by `schemaFor(model)`. */
export type ModelValues = Record<string, unknown>

/** The row that plays a role in a model, if it has one. */
export function parameterWithRole(model: Model, role: Parameter['role']): Parameter | undefined {
  return model.parameters.find((parameter) => parameter.role === role)
}

/** US cents one prediction with these values costs by the model's price. */
export function priceOf(model: Model, values: ModelValues): number {
  const count = parameterWithRole(model, 'count')
  const images = model.price.per === 'image' && count ? Number(values[count.name] ?? 1) : 1
  return model.price.cents * images
}
