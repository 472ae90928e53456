import type { Parameter, SizeOption } from '@/lib/models/parameter'

/** Range and default in words, from the row alone: "0 to 1, steps of 0.1, default 0.8". Empty if there is nothing. */
export function rangeText(parameter: Parameter): string {
  return parts(parameter).filter(Boolean).join(', ')
}

function parts(parameter: Parameter): (string | undefined)[] {
  const fallback =
    'default' in parameter && parameter.default !== undefined
      ? `default ${typeof parameter.default === 'boolean' ? (parameter.default ? 'on' : 'off') : parameter.default}`
      : undefined
  switch (parameter.kind) {
    case 'text':
      return [`At most ${format(parameter.maxLength)} characters`, fallback]
    case 'image':
    case 'mask':
      return ['One picture']
    case 'images':
      return [`${parameter.min} to ${parameter.max} pictures`]
    case 'integer':
    case 'number':
      return [`${parameter.min} to ${parameter.max}`, `steps of ${parameter.step}`, fallback]
    case 'seed':
      return [`Whole numbers from ${format(parameter.min)} to ${format(parameter.max)}`, 'default random']
    case 'boolean':
      return [fallback ?? 'no default: left out unless set']
    case 'choice':
      return [parameter.options.length > 1 ? parameter.options.join(' · ') : undefined, fallback]
    case 'size':
      return 'options' in parameter
        ? [parameter.options.map(optionText).join(' · '), fallback]
        : [`Width and height from ${parameter.min} to ${parameter.max} pixels each`, 'default as the input']
  }
}

function format(value: number): string {
  return value.toLocaleString('en')
}

/** With its pixels where the value itself does not tell them. */
function optionText({ value, width, height }: SizeOption): string {
  return width && height && !/\d/.test(value) ? `${value} (${width} × ${height})` : value
}
