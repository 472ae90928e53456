/** One picture the viewer can show: the input, or one output. `width` and `height` are the stored picture's pixels. */
export interface Frame {
  id: string
  /** Short name for captions and the strip, such as the model's title. */
  label: string
  width: number
  height: number
  assetId: string
  /** What a person who cannot see the picture is told. */
  alt: string
}

export interface Size {
  width: number
  height: number
}
