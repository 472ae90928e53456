/** Brings the field at a form path into view, opens what hides it, and puts the focus in it. */
export function showField(form: HTMLFormElement, path: string): boolean {
  const field = form.querySelector<HTMLElement>(`[data-field="${CSS.escape(path)}"]`)
  const choice = /^choices\.(\d+)\./.exec(path)?.[1]
  const hidden =
    choice !== undefined
      ? form.querySelector(`[data-choice="${choice}"]`)
      : form.querySelector(path.startsWith('batch.') ? '[data-batch]' : '[data-sweep]')
  // A section that was never opened has no fields yet.
  if (!field && (choice !== undefined || /^(sweep|batch)\./.test(path)))
    openAround(hidden?.querySelector('summary'))
  if (!field) return false
  openAround(field)
  const control =
    field.querySelector<HTMLElement>('[aria-invalid="true"]') ??
    field.querySelector<HTMLElement>('textarea, select, input:not([hidden]):not([type="range"])') ??
    field.querySelector<HTMLElement>('[role="group"] button') ??
    field.querySelector<HTMLElement>('button')
  control?.focus()
  field.scrollIntoView({ block: 'center' })
  return true
}

function openAround(element: Element | null | undefined): void {
  for (let at = element?.closest('details'); at; at = at.parentElement?.closest('details')) at.open = true
}

const mostFrames = 30

/** The same for a field that is yet to be drawn, or whose code is yet to come. */
export function showWhenThere(form: HTMLFormElement, path: string, frames = mostFrames): void {
  requestAnimationFrame(() => {
    if (!showField(form, path) && frames > 0) showWhenThere(form, path, frames - 1)
  })
}
