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
  width: number
  height: number
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

/** The subject before something else. */
const before =
  (behind: (modules: PrototypeModules, given: Given) => FloatImage | Promise<FloatImage>): Prototype =>
  async (modules, given) => {
    const mask = await subjectOf(modules, given.image)
    const cleaned = await modules.seg.decontaminate!(given.image, mask)
    return modules.core.blend!(await behind(modules, given), cleaned, mask) as FloatImage
  }

const recoloured =
  (part: 'hair' | 'clothes', hex: string): Prototype =>
  async ({ seg }, { image }) => {
    const parts = (await seg.parts!(image)) as unknown as { get(part: string): Promise<FloatImage> }
    return seg.recolor!(image, (await parts.get(part)).d, hex)
  }

const drawn =
  (name: string, options: Record<string, unknown> = {}): Prototype =>
  ({ scene }, { width, height, seed }) =>
    scene[name]!(width, height, { seed, ...options })

/** A third of the width more at the left, to be filled. */
function extended({ inpaint }: PrototypeModules, { image, seed }: Given): FloatImage | Promise<FloatImage> {
  const left = Math.round(image.w / 3)
  const wide = { w: image.w + left, h: image.h, d: new Float32Array((image.w + left) * image.h * 3) }
  const hole = new Float32Array(wide.w * wide.h)
  for (let y = 0; y < image.h; y++) {
    hole.fill(1, y * wide.w, y * wide.w + left)
    wide.d.set(image.d.subarray(y * image.w * 3, (y + 1) * image.w * 3), (y * wide.w + left) * 3)
  }
  return inpaint.inpaint!(wide, { w: wide.w, h: wide.h, d: hole }, { seed })
}

/** Scenes are no operations: what is asked for, by the name it is listed under. */
export const sceneTexts = {
  'scene: mountain lake at sunset': 'a mountain lake at sunset',
  'scene: hills by day': 'rolling hills by day',
  'scene: desert at sunset': 'a desert at sunset',
  'scene: sea by day': 'the sea by day',
  'scene: city at night': 'a city skyline at night',
  'scene: space': 'a nebula in outer space with a planet',
  'scene: abstract': 'abstract flow in teal, pink and orange',
  'scene: sky at sunset': 'a sunset sky',
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
  'CMYK print': plain('paint', 'halftone', { color: true }),
  neon: ({ paint }, { image }) => paint.neon!(image),
  // It left a small picture, for sharp to enlarge.
  'pixel art': async ({ core, edits }, { image }) => {
    const { small, w, h } = (await edits.pixelArt!(image)) as unknown as {
      small: FloatImage
      w: number
      h: number
    }
    return core.resize!(small, w, h, 'nearest') as Promise<FloatImage>
  },
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
  'background colour': before(({ seg }, { image }) => seg.solid!(image.w, image.h, [0, 0.3, 1])),
  'background scene': before(({ scene }, { image, seed }) =>
    scene.landscape!(image.w, image.h, { kind: 'beach', time: 'sunset', seed }),
  ),
  'background picture': before(
    ({ core }, { image, second }) => core.resize!(second, image.w, image.h) as Promise<FloatImage>,
  ),
  'remove the background': async (modules, { image }) =>
    modules.seg.decontaminate!(image, await subjectOf(modules, image)),
  'put the subject into another picture': ({ edits }, { image, second, seed }) =>
    edits.composite!(image, second, { seed }),
  'match the colours': ({ edits }, { image, second }) => edits.harmonize!(image, null, second),
  'falling snow': ({ edits }, { image, seed }) => edits.snowfall!(image, seed),
  'recolour hair': recoloured('hair', '#ff69b4'),
  'recolour clothes': recoloured('clothes', '#00a040'),
  'recolour the subject': async (modules, { image }) =>
    modules.seg.recolor!(image, await subjectOf(modules, image), '#e01010'),
  'remove what a mask covers': ({ inpaint }, { image, mask, seed }) => {
    const hole = new Float32Array(image.w * image.h)
    for (let at = 0; at < hole.length; at++) hole[at] = mask && mask.d[at * 3]! > 0.5 ? 1 : 0
    return inpaint.inpaint!(image, { w: image.w, h: image.h, d: hole }, { seed })
  },
  'remove the subject': async ({ seg, inpaint }, { image, seed }) =>
    inpaint.inpaint!(image, await seg.subject!(image), { seed }),
  'extend the canvas': extended,
  'scene: mountain lake at sunset': drawn('landscape', { kind: 'lake', time: 'sunset' }),
  'scene: hills by day': drawn('landscape', { kind: 'hills', time: 'day' }),
  'scene: desert at sunset': drawn('landscape', { kind: 'desert', time: 'sunset' }),
  'scene: sea by day': drawn('landscape', { kind: 'sea', time: 'day' }),
  'scene: city at night': drawn('city', { time: 'night' }),
  'scene: space': drawn('space'),
  'scene: abstract': drawn('abstractArt'),
  'scene: sky at sunset': drawn('skyImage', { time: 'sunset', hz: 1 }),
}

/** What the first proof would have run for this operation; undefined for what it left to sharp or did not have. */
export function prototypeOf(operation: string): Prototype | undefined {
  return prototypes[operation]
}
