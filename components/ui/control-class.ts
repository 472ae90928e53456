/** The looks of inputs, selects and text areas; `aria-invalid` turns the border. */
export const controlClass =
  'rounded-md border border-line-strong bg-panel px-2.5 text-sm text-text placeholder:text-muted ' +
  'aria-invalid:border-danger disabled:opacity-60'
