import type { Model } from '@/lib/models/model'

/** Sizes in pixels that the models work in, each once, for a picture to be cropped to. */
export function shapesOf(models: readonly Model[]) {
  const sizes = models
    .flatMap(({ parameters }) => parameters)
    .flatMap((row) => (row.kind === 'size' && 'options' in row ? row.options : []))
    .flatMap(({ width, height }) =>
      width && height
        ? [{ label: `${width} × ${height}`, ratio: width / height, size: { width, height } }]
        : [],
    )
  return [...new Map(sizes.map((shape) => [shape.label, shape])).values()]
}
