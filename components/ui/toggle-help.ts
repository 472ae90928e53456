/**
 * Opens, or closes, the list of keys whose button lies within an element.
 *
 * @returns whether there is one
 */
export function toggleHelp(within: Element | null): boolean {
  const button = within?.querySelector<HTMLElement>('[data-help]')
  button?.click()
  return button !== null && button !== undefined
}
