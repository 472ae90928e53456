import type { Model, ModelValues } from '@/lib/models/model'
import { providers } from '@/lib/models/providers'
import { requestBody, type WireValue } from '@/lib/models/request-body'
import type { Dimensions } from '@/lib/models/size'

/** A picture file beside the script, for bodies that carry bytes. */
export interface FileReference {
  file: string
}

/** One HTTP request as the generators need it. The key is never in it: only the variable that holds it. */
export interface RequestDescription {
  url: string
  keyVariable?: string
  encoding: 'json' | 'multipart'
  body: Record<string, WireValue<string | FileReference>>
  /** `picture`: the answer is the picture's bytes, to be saved. */
  answer: 'json' | 'picture'
}

/**
 * The request that goes to the model's provider, made by the same function as the real one, with placeholders for
 * the pictures.
 */
export function providerRequest(
  model: Model,
  values: ModelValues,
  first: Dimensions | undefined,
): RequestDescription {
  const { defaultBaseUrl, keyVariable, pictures } = providers[model.provider]
  const names = placeholderNames(model, values)
  const multipart = pictures === 'multipart'
  return {
    url: defaultBaseUrl + model.endpoint,
    keyVariable,
    encoding: multipart ? 'multipart' : 'json',
    answer: multipart ? 'picture' : 'json',
    body: requestBody<string | FileReference>(
      model,
      values,
      (reference) => {
        const name = names.get(reference) ?? 'image.jpg'
        return multipart ? { file: name } : `https://example.com/${name}`
      },
      first,
    ),
  }
}

/** The same run through Diptych's own API: values as the form has them, pictures by the ids they have here. */
export function ownApiRequest(model: Model, values: ModelValues, origin: string): RequestDescription {
  return {
    url: `${origin}/api/v1/models/${model.id}/generate`,
    encoding: 'json',
    answer: 'json',
    body: values as Record<string, WireValue<string>>,
  }
}

/** "image1.jpg", "image2.jpg" in the order of the list, and "mask.png". */
function placeholderNames(model: Model, values: ModelValues): Map<string, string> {
  const names = new Map<string, string>()
  for (const row of model.parameters) {
    const value = values[row.name]
    if (row.kind === 'mask' && typeof value === 'string') names.set(value, 'mask.png')
    const list = row.kind === 'images' || row.kind === 'image' ? [value].flat() : []
    for (const reference of list)
      if (typeof reference === 'string' && !names.has(reference))
        names.set(reference, `image${names.size + 1}.jpg`)
  }
  return names
}

/** The fields of a multipart body one by one: a list repeats its field. */
export function formFields({ body }: RequestDescription): [name: string, value: string | FileReference][] {
  return Object.entries(body).flatMap(([name, value]) =>
    [value]
      .flat()
      .map((item): [string, string | FileReference] => [
        name,
        typeof item === 'object' ? item : String(item),
      ]),
  )
}
