import 'server-only'
import type { Model, ModelValues } from '@/lib/models/model'
import { labelOf, type ParameterOf } from '@/lib/models/parameter'
import type { Dialect, PictureForm, SubmitBody } from './dialect'
import type { PictureSource } from './job'
import { readDataUri } from './picture-inputs'
import type { Issue } from './refusal'
import type { Sandbox } from './sandbox'

type PictureParameter = ParameterOf<'image' | 'images' | 'mask'>

function pictureParameters(model: Model): PictureParameter[] {
  return model.parameters.filter(
    (row): row is PictureParameter => row.kind === 'image' || row.kind === 'images' || row.kind === 'mask',
  )
}

/** Pictures given in a form that the provider does not take in that field. */
export function pictureIssues(model: Model, values: ModelValues, dialect: Dialect): Issue[] {
  return pictureParameters(model).flatMap((parameter) => {
    const forms = dialect.pictureForms(parameter)
    return referencesIn(parameter, values).flatMap((reference, index) =>
      forms.some((form) => hasForm[form](reference))
        ? []
        : [
            {
              path: parameter.kind === 'images' ? [parameter.name, index] : [parameter.name],
              message: `${labelOf(parameter)}: give each picture as ${forms.map((form) => formInWords[form]).join(' or ')}.`,
            },
          ],
    )
  })
}

const hasForm: Record<PictureForm, (reference: string) => boolean> = {
  url: (reference) => /^https?:\/\//i.test(reference) && URL.canParse(reference),
  'data-uri': (reference) => readDataUri(reference) !== undefined,
  file: (reference) => /^file:\d+$/.test(reference),
}
const formInWords: Record<PictureForm, string> = {
  url: 'an http or https URL',
  'data-uri': 'a data URI (data:image/png;base64,…)',
  file: 'an uploaded file',
}

/** The picture references of a row, however many it holds. */
export function referencesIn(parameter: { name: string } | undefined, values: ModelValues): string[] {
  const value = parameter && values[parameter.name]
  return value === undefined ? [] : Array.isArray(value) ? (value as string[]) : [value as string]
}

/** Bytes that came with the request are kept beside the job; a URL is fetched when the job runs. */
export function keepPicture(
  reference: string,
  name: string,
  id: string,
  body: SubmitBody,
  sandbox: Sandbox,
): PictureSource {
  const file = /^file:(\d+)$/.exec(reference)?.[1]
  const bytes = file === undefined ? readDataUri(reference) : body.files[Number(file)]!.bytes
  if (!bytes) return { url: reference }
  sandbox.store.putFile(id, name, bytes)
  return { file: name }
}

export function withoutPictures(model: Model, values: ModelValues): ModelValues {
  const pictures = pictureParameters(model).map(({ name }) => name)
  return Object.fromEntries(Object.entries(values).filter(([name]) => !pictures.includes(name)))
}
