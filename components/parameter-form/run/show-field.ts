/** Brings the field at a form path into view, opens what hides it, and puts the focus in it. */
export function showField(form: HTMLFormElement, path: string): void {
  const field = form.querySelector<HTMLElement>(`[data-field="${CSS.escape(path)}"]`)
  if (!field) return
  const details = field.closest('details')
  if (details) details.open = true
  const control =
    field.querySelector<HTMLElement>('[aria-invalid="true"]') ??
    field.querySelector<HTMLElement>('textarea, select, input:not([hidden]):not([type="range"])') ??
    field.querySelector<HTMLElement>('[role="group"] button') ??
    field.querySelector<HTMLElement>('button')
  control?.focus()
  field.scrollIntoView({ block: 'center' })
}
