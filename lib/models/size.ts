import type { SizeOption, SizeParameter } from './parameter'

/** Pixels. */
export interface Dimensions {
  width: number
  height: number
}

/** Reads "1024*768" or "1024x768"; undefined for anything else. */
export function readSize(text: string): Dimensions | undefined {
  const match = /^(\d{1,5})[*x](\d{1,5})$/.exec(text)
  return match ? { width: Number(match[1]), height: Number(match[2]) } : undefined
}

/**
 * The listed option nearest in shape: smallest difference of log aspect ratios, so that 2:1 and 1:2 are equally far
 * from a square; among equal shapes the one nearest in area. Undefined if no option has pixels.
 */
export function nearestSize(options: readonly SizeOption[], picture: Dimensions): SizeOption | undefined {
  const shape = Math.log(picture.width / picture.height)
  const area = Math.log(picture.width * picture.height)
  return options
    .filter(
      (option): option is Required<SizeOption> => option.width !== undefined && option.height !== undefined,
    )
    .map((option) => ({
      option,
      shapeError: Math.abs(Math.log(option.width / option.height) - shape),
      areaError: Math.abs(Math.log(option.width * option.height) - area),
    }))
    .sort((a, b) =>
      Math.abs(a.shapeError - b.shapeError) > 1e-9 ? a.shapeError - b.shapeError : a.areaError - b.areaError,
    )[0]?.option
}

/** What an empty size field becomes for this picture; undefined means: left out of the request. */
export function resolveEmptySize(
  parameter: SizeParameter,
  picture: Dimensions | undefined,
): string | undefined {
  if (parameter.whenEmpty === 'omit') return undefined
  return (picture && nearestSize(parameter.options, picture)?.value) ?? parameter.default
}

/** The pixels a size value stands for, where that is known. */
export function dimensionsOf(parameter: SizeParameter, value: string): Dimensions | undefined {
  if (!('options' in parameter)) return readSize(value)
  const option = parameter.options.find((candidate) => candidate.value === value)
  return option?.width && option.height ? { width: option.width, height: option.height } : undefined
}
