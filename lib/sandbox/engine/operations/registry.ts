import 'server-only'
import type { ListedOperation } from '../operation'
import { backgroundColour } from './background/background-colour'
import { backgroundGradient } from './background/background-gradient'
import { backgroundPicture } from './background/background-picture'
import { backgroundScene } from './background/background-scene'
import { backgroundTone } from './background/background-tone'
import { blurBackground } from './background/blur-background'
import { colourSplash } from './background/colour-splash'
import { dropShadow } from './background/drop-shadow'
import { removeBackground } from './background/remove-background'
import { sticker } from './background/sticker'
import { blackAndWhite } from './colour/black-and-white'
import { blueprint } from './colour/blueprint'
import { cinematic } from './colour/cinematic'
import { duotone } from './colour/duotone'
import { hue } from './colour/hue'
import { invert } from './colour/invert'
import { pastel } from './colour/pastel'
import { posterise } from './colour/posterise'
import { saturation } from './colour/saturation'
import { sepia } from './colour/sepia'
import { solarise } from './colour/solarise'
import { temperature } from './colour/temperature'
import { thermal } from './colour/thermal'
import { threshold } from './colour/threshold'
import { tint } from './colour/tint'
import { vintage } from './colour/vintage'
import { whiteBalance } from './colour/white-balance'
import { blur } from './detail/blur'
import { denoise } from './detail/denoise'
import { emboss } from './detail/emboss'
import { glitch } from './detail/glitch'
import { glow } from './detail/glow'
import { grain } from './detail/grain'
import { motionBlur } from './detail/motion-blur'
import { pixelate } from './detail/pixelate'
import { sharpen } from './detail/sharpen'
import { tiltShift } from './detail/tilt-shift'
import { border } from './frame/border'
import { polaroid } from './frame/polaroid'
import { roundedCorners } from './frame/rounded-corners'
import { crop } from './geometry/crop'
import { flip } from './geometry/flip'
import { resize } from './geometry/resize'
import { rotate } from './geometry/rotate'
import { upscale } from './geometry/upscale'
import { dawn } from './light/dawn'
import { goldenHour } from './light/golden-hour'
import { night } from './light/night'
import { hideFace } from './recolour/hide-face'
import { recolourClothes } from './recolour/recolour-clothes'
import { recolourHair } from './recolour/recolour-hair'
import { recolourOneColour } from './recolour/recolour-one-colour'
import { recolourSubject } from './recolour/recolour-subject'
import { smoothSkin } from './recolour/smooth-skin'
import { extend } from './repair/extend'
import { removeMasked } from './repair/remove-masked'
import { removeSubject } from './repair/remove-subject'
import { autumn } from './season/autumn'
import { spring } from './season/spring'
import { winter } from './season/winter'
import { replaceSky } from './sky/replace-sky'
import { cartoon } from './style/cartoon'
import { charcoal } from './style/charcoal'
import { colourPencil } from './style/colour-pencil'
import { comic } from './style/comic'
import { colourPrint, halftone } from './style/halftone'
import { impressionist } from './style/impressionist'
import { ink } from './style/ink'
import { lowPoly } from './style/low-poly'
import { mosaic } from './style/mosaic'
import { neon } from './style/neon'
import { oil } from './style/oil'
import { pencil } from './style/pencil'
import { pixelArt } from './style/pixel-art'
import { pointillism } from './style/pointillism'
import { stainedGlass } from './style/stained-glass'
import { stencil } from './style/stencil'
import { vanGogh } from './style/van-gogh'
import { watercolour } from './style/watercolour'
import { woodcut } from './style/woodcut'
import { caption } from './text/caption'
import { blend } from './together/blend'
import { collage } from './together/collage'
import { inset } from './together/inset'
import { matchColours } from './together/match-colours'
import { putSubject } from './together/put-subject'
import { autoEnhance } from './tone/auto-enhance'
import { brightness } from './tone/brightness'
import { contrast } from './tone/contrast'
import { highlights } from './tone/highlights'
import { localContrast } from './tone/local-contrast'
import { shadows } from './tone/shadows'
import { vignette } from './tone/vignette'
import { fallingSnow } from './weather/falling-snow'
import { fog } from './weather/fog'
import { rain } from './weather/rain'
import { storm } from './weather/storm'

/** Everything the engine can do to a picture. A new operation is one file and one line here. */
export const operations: readonly ListedOperation[] = [
  autoEnhance,
  brightness,
  contrast,
  shadows,
  highlights,
  localContrast,
  vignette,
  whiteBalance,
  temperature,
  saturation,
  pastel,
  hue,
  tint,
  duotone,
  blackAndWhite,
  sepia,
  vintage,
  cinematic,
  invert,
  solarise,
  posterise,
  threshold,
  thermal,
  blueprint,
  glow,
  grain,
  denoise,
  sharpen,
  blur,
  motionBlur,
  tiltShift,
  pixelate,
  emboss,
  glitch,
  rotate,
  flip,
  crop,
  resize,
  upscale,
  border,
  roundedCorners,
  polaroid,
  caption,
  recolourHair,
  recolourClothes,
  recolourOneColour,
  recolourSubject,
  smoothSkin,
  hideFace,
  night,
  goldenHour,
  dawn,
  winter,
  autumn,
  spring,
  rain,
  fallingSnow,
  fog,
  storm,
  replaceSky,
  removeBackground,
  backgroundColour,
  backgroundGradient,
  backgroundScene,
  backgroundTone,
  blurBackground,
  colourSplash,
  dropShadow,
  sticker,
  backgroundPicture,
  putSubject,
  inset,
  collage,
  blend,
  matchColours,
  oil,
  watercolour,
  impressionist,
  vanGogh,
  pointillism,
  pencil,
  colourPencil,
  charcoal,
  ink,
  woodcut,
  stencil,
  cartoon,
  comic,
  halftone,
  colourPrint,
  pixelArt,
  mosaic,
  stainedGlass,
  lowPoly,
  neon,
  removeMasked,
  removeSubject,
  extend,
]
