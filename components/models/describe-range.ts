import type { Parameter, ParameterKind, ParameterOf } from '@/lib/models/parameter'

/** What a row takes, in words: "0 to 1, steps of 0.1", "1 to 3 pictures". */
export function describeRange(parameter: Parameter): string {
  const describe = rangeByKind[parameter.kind] as (parameter: Parameter) => string
  return describe(parameter)
}

const rangeByKind: { [K in ParameterKind]: (parameter: ParameterOf<K>) => string } = {
  text: ({ maxLength }) => `up to ${maxLength.toLocaleString('en')} characters`,
  image: () => 'one picture',
  images: ({ min, max }) => (min > 0 ? `${min} to ${max} pictures` : `up to ${max} pictures`),
  mask: () => 'one picture: white changes, black stays',
  integer: ({ min, max, step }) => steps(min, max, step),
  number: ({ min, max, step }) => steps(min, max, step),
  boolean: () => 'on or off',
  choice: ({ options }) => options.join(', '),
  size: (parameter) =>
    'options' in parameter
      ? parameter.options
          .map(({ value, width, height }) =>
            width && !/\d/.test(value) ? `${value} (${width} × ${height})` : value,
          )
          .join(', ')
      : `width${parameter.separator}height, ${parameter.min} to ${parameter.max} pixels each`,
  seed: ({ min, max }) => `${min} to ${max}, whole numbers; empty is random`,
}

function steps(min: number, max: number, step: number): string {
  return `${min} to ${max}${step === 1 ? ', whole numbers' : `, steps of ${step}`}`
}
