/** Scrolls `scroller`, and nothing around it, as little as brings one of its children into sight. */
export function scrollWithin(scroller: HTMLElement, child: Element | undefined): void {
  if (!child) return
  const outer = scroller.getBoundingClientRect()
  const inner = child.getBoundingClientRect()
  scroller.scrollBy({
    top: Math.min(0, inner.top - outer.top) + Math.max(0, inner.bottom - outer.bottom),
    left: Math.min(0, inner.left - outer.left) + Math.max(0, inner.right - outer.right),
  })
}
