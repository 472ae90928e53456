export const themes = ['system', 'light', 'dark'] as const
export type Theme = (typeof themes)[number]

/** A cookie and not local storage: the server must know it to paint the first frame right without a script. */
export const themeCookie = 'theme'

export function themeFrom(text: string | undefined): Theme {
  return themes.find((theme) => theme === text) ?? 'system'
}
