import { readHex } from './hex'

/** The browser's own eyedropper, where there is one; it picks from anywhere on the screen. */
interface BrowserEyedropper {
  open(): Promise<{ sRGBHex: string }>
}

export function hasScreenEyedropper(): boolean {
  return typeof window !== 'undefined' && 'EyeDropper' in window
}

/** "#1E6FD9"; undefined if the person changed their mind. */
export async function pickFromScreen(): Promise<string | undefined> {
  const { EyeDropper } = window as unknown as { EyeDropper: new () => BrowserEyedropper }
  try {
    return readHex((await new EyeDropper().open()).sRGBHex)
  } catch {
    // Esc ends it by an error; so does a browser that does not allow it here.
    return undefined
  }
}
