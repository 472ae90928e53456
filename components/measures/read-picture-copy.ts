import type { PictureCopy } from '@/lib/measures/picture-copy'
import type { PictureSource } from './measure-job'

/** A failure that the person is told as it is. */
export class MeasureProblem extends Error {
  override readonly name = 'MeasureProblem'
}

/** How many decoded copies are kept: a run's outputs share their input and mask. */
const kept = 3
const copies = new Map<string, PictureCopy>()

/** Fetches and decodes a picture, in a worker. Throws `MeasureProblem`. */
export async function readPictureCopy({ url, original }: PictureSource): Promise<PictureCopy> {
  const known = copies.get(url)
  copies.delete(url)
  const copy = known ?? (await decode(await fetchPicture(url), original))
  copies.set(url, copy)
  // A map keeps its order: the first is the one longest not used.
  for (const oldest of copies.keys()) if (copies.size > kept) copies.delete(oldest)
  return copy
}

async function fetchPicture(url: string): Promise<Blob> {
  let response: Response
  try {
    response = await fetch(url)
  } catch {
    throw new MeasureProblem('A picture could not be fetched to measure it: the server does not answer.')
  }
  if (!response.ok)
    throw new MeasureProblem(
      `A picture could not be fetched to measure it: the server answered ${response.status}.`,
    )
  return response.blob()
}

async function decode(blob: Blob, original: PictureCopy['original']): Promise<PictureCopy> {
  if (typeof OffscreenCanvas === 'undefined')
    throw new MeasureProblem('This browser is too old to measure pictures in the background.')
  const bitmap = await createImageBitmap(blob).catch(() => {
    throw new MeasureProblem('A picture could not be decoded to measure it.')
  })
  const { width, height } = bitmap
  const canvas = new OffscreenCanvas(width, height)
  const context = canvas.getContext('2d', { willReadFrequently: true })
  if (!context) throw new MeasureProblem('This browser gave no memory to measure a picture in.')
  context.drawImage(bitmap, 0, 0)
  bitmap.close()
  return { data: context.getImageData(0, 0, width, height).data, width, height, original }
}
