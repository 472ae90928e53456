'use client'
import type { Asset } from '@/lib/assets/asset'
import { useFormContextValue, useImages } from '../form-context'
import { picturesBefore } from '../pictures/changed-pictures'
import { useFromValues } from '../use-playground-values'

/** A picture as an instruction names it. */
export interface NamedPicture {
  /** Counted from 1. */
  number: number
  /** Absent for the picture that a batch gives each prediction. */
  id?: string
  facts?: Asset
}

/** The pictures that the instruction of the fields around can name, in their order. */
export function useNamedPictures(): NamedPicture[] {
  const { pictures } = useFormContextValue()
  const images = useImages()
  // Also before a model's own: each prediction gets one picture of the batch first.
  const ids = [...Array<undefined>(useFromValues(picturesBefore)), ...images]
  return ids.map((id, index) => ({ number: index + 1, id, facts: id ? pictures.get(id) : undefined }))
}
