/** Calls once the screen has been drawn anew: for what takes a while and must not keep the answer to a press waiting. */
export function afterNextPaint(work: () => void): void {
  requestAnimationFrame(() => setTimeout(work))
}
