/**
 * Puts text in the place of a part of a text box, as if it had been typed: the form hears of it, and the browser's own
 * undo takes it back.
 */
export function insertText(
  box: HTMLTextAreaElement,
  text: string,
  start = box.selectionStart,
  end = box.selectionEnd,
): void {
  box.focus()
  box.setSelectionRange(start, end)
  // Deprecated, and the only way that keeps the undo of every browser.
  if (document.execCommand('insertText', false, text)) return
  box.setRangeText(text, start, end, 'end')
  box.dispatchEvent(new InputEvent('input', { bubbles: true }))
}

/** The same for a word: apart from its neighbours by one space. */
export function insertWord(
  box: HTMLTextAreaElement,
  word: string,
  start = box.selectionStart,
  end = box.selectionEnd,
): void {
  const before = /[\p{L}\p{N},;:.!?)]$/u.test(box.value.slice(0, start)) ? ' ' : ''
  const after = /^[\p{L}\p{N}(]/u.test(box.value.slice(end)) ? ' ' : ''
  insertText(box, `${before}${word}${after}`, start, end)
}
