import 'server-only'

/** A picture of the engine's first proof: width, height, red, green, blue from 0 to 1. */
export interface FloatImage {
  w: number
  h: number
  d: Float32Array
}

type Callable = Record<string, (...given: unknown[]) => FloatImage | Promise<FloatImage>>

/** Its modules as they lie there: plain JavaScript. */
export interface PrototypeModules {
  core: Record<string, (...given: unknown[]) => unknown>
  seg: Callable
  edits: Callable
  paint: Callable
  inpaint: Callable
  scene: Callable
}

interface Given {
  image: FloatImage
  second: FloatImage
  mask: FloatImage | undefined
  seed: number
}

export type Prototype = (modules: PrototypeModules, given: Given) => FloatImage | Promise<FloatImage>

const plain =
  (module: 'paint' | 'edits', name: string, options: Record<string, unknown> = {}): Prototype =>
  (modules, { image, seed }) =>
    modules[module][name]!(image, { seed, ...options })

/** Its mask, which is found anew each time: it kept none. */
async function subjectOf({ seg }: PrototypeModules, image: FloatImage): Promise<Float32Array> {
  return (await seg.subject!(image)).d
}

/** What the first proof had for an operation of ours, by our names. */
const prototypes: Record<string, Prototype> = {
  'oil painting': plain('paint', 'oil'),
  watercolour: plain('paint', 'watercolor'),
  'pencil sketch': plain('paint', 'pencil'),
  'coloured pencil': plain('paint', 'pencil', { color: true }),
  charcoal: plain('paint', 'charcoal'),
  ink: plain('paint', 'ink'),
  cartoon: plain('paint', 'cartoon'),
  impressionist: plain('paint', 'strokes'),
  'Van Gogh': plain('paint', 'strokes', { swirl: 0.7 }),
  pointillism: plain('paint', 'pointillism'),
  'stained glass': plain('paint', 'mosaic'),
  mosaic: plain('paint', 'mosaic', { glass: false }),
  halftone: plain('paint', 'halftone'),
  comic: plain('paint', 'halftone', { color: true }),
  neon: ({ paint }, { image }) => paint.neon!(image),
  'pixel art': plain('edits', 'pixelArt'),
  glitch: plain('edits', 'glitch'),
  night: plain('edits', 'night'),
  'golden hour': plain('edits', 'golden'),
  autumn: ({ edits }, { image }) => edits.autumn!(image),
  winter: plain('edits', 'winter'),
  rain: plain('edits', 'rain'),
  fog: plain('edits', 'fog'),
  'replace the sky': plain('edits', 'replaceSky'),
  'blur the background': async (modules, { image }) => {
    const mask = await subjectOf(modules, image)
    const behind = await modules.seg.bokeh!(image, mask, 14)
    return modules.core.blend!(behind, image, mask) as FloatImage
  },
  'background colour': async (modules, { image }) => {
    const mask = await subjectOf(modules, image)
    const cleaned = await modules.seg.decontaminate!(image, mask)
    const filled = await modules.seg.solid!(image.w, image.h, [0, 0.3, 1])
    return modules.core.blend!(filled, cleaned, mask) as FloatImage
  },
  'remove the background': async (modules, { image }) =>
    modules.seg.decontaminate!(image, await subjectOf(modules, image)),
  'put the subject into another picture': ({ edits }, { image, second, seed }) =>
    edits.composite!(image, second, { seed }),
  'remove what a mask covers': ({ inpaint }, { image, mask, seed }) => {
    const hole = new Float32Array(image.w * image.h)
    for (let at = 0; at < hole.length; at++) hole[at] = mask && mask.d[at * 3]! > 0.5 ? 1 : 0
    return inpaint.inpaint!(image, hole, { seed })
  },
}

/** What the first proof would have run for this operation; undefined for what it left to sharp or did not have. */
export function prototypeOf(operation: string): Prototype | undefined {
  return prototypes[operation]
}
