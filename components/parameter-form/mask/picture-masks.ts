import type { Asset } from '@/lib/assets/asset'
import type { ModelChoice, RunInput } from '@/lib/models/run-input'

/**
 * The masks that were painted, by the ids of the pictures they lie on: a mask follows its picture wherever that stands,
 * goes with it, and is there again when the picture is.
 */
export type PictureMasks = Readonly<Record<string, string>>

/** The mask that is sent along with these pictures: the first one's. */
export function maskOf(masks: PictureMasks | undefined, images: readonly string[]): string | undefined {
  const [first] = images
  return first === undefined ? undefined : masks?.[first]
}

export function withMask(masks: PictureMasks | undefined, picture: string, mask: string): PictureMasks {
  // Last, whatever it replaces: the latest is the one that is offered for other pictures.
  return { ...withoutMaskOf(masks, [picture]), [picture]: mask }
}

export function withoutMaskOf(masks: PictureMasks | undefined, pictures: readonly string[]): PictureMasks {
  return Object.fromEntries(Object.entries(masks ?? {}).filter(([id]) => !pictures.includes(id)))
}

/** The masks that a plan brings along; undefined where it has none. */
export function masksIn(
  input: RunInput,
  choices: readonly Pick<ModelChoice, 'override'>[],
): PictureMasks | undefined {
  const inputs = [...choices.flatMap(({ override }) => override ?? []), input]
  const found = inputs.flatMap(({ images, mask }) => (images?.[0] && mask ? [[images[0], mask]] : []))
  return found.length > 0 ? (Object.fromEntries(found) as PictureMasks) : undefined
}

/** The latest mask of another picture that fits this one, as a result has the size of what it was made from. */
export function fittingMask(
  masks: PictureMasks | undefined,
  picture: Asset,
  known: ReadonlyMap<string, Pick<Asset, 'width' | 'height'>>,
): string | undefined {
  return Object.entries(masks ?? {}).findLast(([of, id]) => {
    const mask = known.get(id)
    return of !== picture.id && mask?.width === picture.width && mask.height === picture.height
  })?.[1]
}
