'use client'

import { useSyncExternalStore, type ComponentProps } from 'react'

/** Below Tailwind's `sm`. */
const phone = '(max-width: 39.99rem)'

/**
 * Cells in a row that is swiped through on a phone: one fills most of the width, and the next shows that there is more.
 * There it is a stop of the Tab key, so that it can be scrolled by keys; elsewhere it does not scroll.
 */
export function SwipeRow({ className, ...props }: ComponentProps<'ul'>) {
  const isPhone = useSyncExternalStore(
    subscribe,
    () => window.matchMedia(phone).matches,
    () => false,
  )
  return (
    <ul
      {...props}
      tabIndex={isPhone ? 0 : undefined}
      className={`relative gap-3 max-sm:-mx-4 max-sm:flex max-sm:snap-x max-sm:snap-mandatory max-sm:scroll-px-4 max-sm:overflow-x-auto max-sm:px-4 sm:grid ${className}`}
    />
  )
}

export const swipedClass = 'min-w-0 max-sm:w-[85%] max-sm:shrink-0 max-sm:snap-center'

function subscribe(onChange: () => void): () => void {
  const media = window.matchMedia(phone)
  media.addEventListener('change', onChange)
  return () => media.removeEventListener('change', onChange)
}
