import { z } from 'zod'
import type { Model, ModelValues } from './model'
import { labelOf, type Parameter, type ParameterKind, type ParameterOf } from './parameter'
import { readPictureList } from './picture-list'
import { readSize } from './size'

/**
 * The zod schema of a model's input, made from its parameter table: the one check, run in the browser while typing,
 * on the server before anything is stored, on our API, and by the sandbox. It names what is wrong, and never changes
 * a value into another one: only spellings of "empty" become absent.
 *
 * Full zod is 45 kB on the wire: browser code imports this file when first needed.
 */
export function schemaFor(model: Model): z.ZodType<ModelValues, unknown> {
  const shape = Object.fromEntries(model.parameters.map((parameter) => [parameter.name, fieldFor(parameter)]))
  return z
    .strictObject(shape, {
      error: (issue) =>
        issue.code === 'unrecognized_keys'
          ? `${model.title} has no parameter ${issue.keys.map((key) => `"${key}"`).join(', ')}. It takes ${Object.keys(shape).join(', ')}.`
          : undefined,
    })
    .superRefine((values, context) => {
      for (const parameter of model.parameters) {
        if (parameter.kind !== 'mask' || values[parameter.name] === undefined) continue
        if (values[parameter.of] !== undefined) continue
        context.addIssue({
          code: 'custom',
          path: [parameter.name],
          message: 'A mask needs the picture it lies on. Add a picture or remove the mask.',
        })
      }
    })
}

/** A field as the table says: required or not, with its spellings of "empty" read as absent. */
function fieldFor(parameter: Parameter): z.ZodType {
  const build = schemaByKind[parameter.kind] as (parameter: Parameter) => z.ZodType
  const field = build(parameter)
  return z.preprocess(
    (value) => (isEmpty(parameter, value) ? undefined : value),
    parameter.required ? field : field.optional(),
  )
}

function isEmpty(parameter: Parameter, value: unknown): boolean {
  if (value === null || value === '') return true
  if (parameter.kind === 'images') return Array.isArray(value) && value.length === 0
  if (parameter.kind === 'seed') return parameter.random !== 'omit' && value === parameter.random
  if (parameter.kind === 'size' && 'emptyValues' in parameter)
    return parameter.emptyValues?.includes(value as string | number) ?? false
  return false
}

/** Kind to schema: a closed map, so that a new kind does not compile until it has an entry. */
const schemaByKind: { [K in ParameterKind]: (parameter: ParameterOf<K>) => z.ZodType } = {
  text: (parameter) =>
    z
      .string({ error: required(parameter, 'a text') })
      .refine((text) => text.trim() !== '', {
        error: `${labelOf(parameter)} is empty. Write what should change.`,
      })
      .max(parameter.maxLength, {
        error: (issue) =>
          `${labelOf(parameter)} has ${[...String(issue.input)].length.toLocaleString('en')} characters; at most ${parameter.maxLength.toLocaleString('en')} are taken.`,
      }),
  image: (parameter) => picture(parameter),
  mask: (parameter) => picture(parameter),
  images: (parameter) =>
    z.preprocess(
      readPictureList,
      z
        .array(z.string().min(1), { error: required(parameter, 'at least one picture') })
        .min(parameter.min, { error: `${labelOf(parameter)}: at least ${pictures(parameter.min)} needed.` })
        .max(parameter.max, {
          error: (issue) =>
            `${labelOf(parameter)}: ${(issue.input as unknown[]).length} given, at most ${pictures(parameter.max)} can be used. Remove some.`,
        }),
    ),
  integer: (parameter) => numeric(parameter).int({ error: `${labelOf(parameter)} must be a whole number.` }),
  number: (parameter) => numeric(parameter),
  boolean: (parameter) => z.boolean({ error: `${labelOf(parameter)} must be true or false.` }),
  choice: (parameter) => oneOf(parameter, parameter.options),
  size: (parameter) =>
    'options' in parameter
      ? oneOf(
          parameter,
          parameter.options.map((option) => option.value),
        )
      : z.string({ error: sizeError(parameter) }).refine(
          (text) => {
            const size = readSize(text)
            return (
              size !== undefined &&
              text.includes(parameter.separator) &&
              [size.width, size.height].every((side) => side >= parameter.min && side <= parameter.max)
            )
          },
          { error: sizeError(parameter) },
        ),
  seed: (parameter) => numeric(parameter).int({ error: `${labelOf(parameter)} must be a whole number.` }),
}

function picture(parameter: Parameter) {
  return z.string({ error: required(parameter, 'a picture') }).min(1)
}

function pictures(count: number): string {
  return count === 1 ? '1 picture' : `${count} pictures`
}

function oneOf(parameter: Parameter, options: readonly string[]) {
  return z.enum(options as [string, ...string[]], {
    error: `${labelOf(parameter)} must be one of ${options.join(', ')}.`,
  })
}

function sizeError(parameter: {
  name: string
  label?: string
  min: number
  max: number
  separator: string
}): string {
  return `${labelOf(parameter)} must be width${parameter.separator}height, each from ${parameter.min} to ${parameter.max} pixels, such as 1024${parameter.separator}768.`
}

function numeric(parameter: { name: string; label?: string; min: number; max: number; step?: number }) {
  const { min, max, step = 1 } = parameter
  const range = `${labelOf(parameter)} must be from ${min} to ${max}`
  return (
    z
      .number({ error: `${labelOf(parameter)} must be a number.` })
      .min(min, { error: `${range}.` })
      .max(max, { error: `${range}.` })
      // Out of range is said already; whole numbers are the business of `int`.
      .refine((value) => step === 1 || value < min || value > max || isOnStep(value, min, step), {
        error: `${range}, in steps of ${step}.`,
      })
  )
}

/** Whether a number lies on the grid; in floating point 0.7 is not a multiple of 0.1, hence the tolerance. */
function isOnStep(value: number, min: number, step: number): boolean {
  const steps = (value - min) / step
  return Math.abs(steps - Math.round(steps)) < 1e-6
}

function required(parameter: Parameter, what: string) {
  return (issue: { input?: unknown }) =>
    issue.input === undefined
      ? `${labelOf(parameter)} is missing: ${parameter.kind === 'text' ? 'write what should change' : `add ${what}`}.`
      : `${labelOf(parameter)} must be ${what}.`
}
