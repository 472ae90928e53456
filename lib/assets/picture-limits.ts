/** What a picture from a person may measure. Plain data: the form says these before a picture is chosen. */
export interface PictureLimits {
  /** Size of the file in bytes. */
  bytes: number
  /** Width times height. */
  pixels: number
  /** Pixels of the longer side. */
  side: number
}

export const pictureLimits: PictureLimits = {
  bytes: 50_000_000,
  pixels: 80_000_000,
  // JPEG ends at 65,535.
  side: 65_000,
}

/** "50 MB", "1.5 MB", "12 kB". */
export function describeBytes(bytes: number): string {
  if (bytes < 1000) return `${bytes} bytes`
  if (bytes < 1_000_000) return `${Math.ceil(bytes / 1000)} kB`
  return `${oneDecimal(bytes / 1_000_000)} MB`
}

/** "80 megapixels", "12.2 megapixels". */
export function describePixels(pixels: number): string {
  return `${oneDecimal(pixels / 1_000_000)} megapixels`
}

// Rounded up, so that a file one byte too large is never told to be exactly as large as the limit.
function oneDecimal(value: number): string {
  return (Math.ceil(value * 10) / 10).toLocaleString('en', { maximumFractionDigits: 1 })
}
