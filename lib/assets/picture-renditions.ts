import 'server-only'
import { withDecodeSlot } from './decode-slots'
import { pictureLimits } from './picture-limits'
import { sharp } from './sharp-settings'

/** WebP's own limit for a side. */
const webpSide = 16_383

// What is stored has been checked on its way in; the limit here is a second lock on the same door.
function load(bytes: Uint8Array) {
  return sharp(bytes, { limitInputPixels: pictureLimits.pixels }).autoOrient()
}

/** The picture as WebP for display, at most `width` pixels wide, never enlarged. */
export function makeVariant(bytes: Uint8Array, width: number): Promise<Uint8Array<ArrayBuffer>> {
  return withDecodeSlot(() =>
    load(bytes)
      .resize({ width, height: webpSide, fit: 'inside', withoutEnlargement: true })
      .toColourspace('srgb')
      .webp({ quality: 80 })
      .toBuffer(),
  )
}

/** As PNG without transparency: several models turn transparent areas black, so they see white, as on a page. */
export function makeProviderPicture(bytes: Uint8Array): Promise<Uint8Array<ArrayBuffer>> {
  return withDecodeSlot(() =>
    load(bytes).flatten({ background: '#ffffff' }).toColourspace('srgb').png().toBuffer(),
  )
}

/** As greyscale PNG. Transparent areas were not painted, so they count as black: kept. */
export function makeProviderMask(bytes: Uint8Array): Promise<Uint8Array<ArrayBuffer>> {
  return withDecodeSlot(() =>
    load(bytes).flatten({ background: '#000000' }).greyscale().toColourspace('b-w').png().toBuffer(),
  )
}
