import { assetUrl } from '@/lib/assets/asset-urls'

/**
 * Puts a stored picture on the clipboard, as PNG because browsers take no other type there.
 *
 * @returns what to tell the person
 */
export async function copyPicture(assetId: string): Promise<string> {
  if (!('ClipboardItem' in window)) return 'This browser can’t copy pictures'
  try {
    // Safari wants the promise itself, made within the click.
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': pngOf(assetUrl(assetId)) })])
    return 'Copied'
  } catch {
    return 'The browser did not allow it'
  }
}

async function pngOf(url: string): Promise<Blob> {
  const response = await fetch(url)
  const blob = await response.blob()
  if (blob.type === 'image/png') return blob
  const bitmap = await createImageBitmap(blob)
  const canvas = new OffscreenCanvas(bitmap.width, bitmap.height)
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0)
  bitmap.close()
  return canvas.convertToBlob({ type: 'image/png' })
}
