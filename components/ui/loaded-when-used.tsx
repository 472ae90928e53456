'use client'
import { createElement, useEffect, useState, type ComponentType } from 'react'

const mostAttempts = 6
const pauseMs = 1000

export type LoadedWhenUsed<P> = ComponentType<P> & {
  /** Fetches the code ahead of its use. */
  preload(): void
}

/**
 * A component whose code is fetched when it is first drawn, or ahead by `preload()`; until then `Placeholder`, given the
 * same properties, stands in its place. Not `lazy` with Suspense: React keeps a placeholder for at least 300 ms once it
 * has shown one, which is longer than the code takes, and it shows one even where the code is there already.
 */
export function loadedWhenUsed<P extends object>(
  load: () => Promise<ComponentType<P>>,
  Placeholder: ComponentType<P> = Nothing,
): LoadedWhenUsed<P> {
  let loaded: ComponentType<P> | undefined
  let loading: Promise<ComponentType<P>> | undefined

  function start(): Promise<ComponentType<P>> {
    loading ??= load().then(
      (component) => (loaded = component),
      (error: unknown) => {
        // The server may have been away for a moment: the next use asks again.
        loading = undefined
        throw error
      },
    )
    return loading
  }

  /** A fetch begun ahead may have met a server that was away; who waits for the code gets a few more tries. */
  async function startAgain(isGone: () => boolean): Promise<ComponentType<P>> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await start()
      } catch (error) {
        if (attempt === mostAttempts || isGone()) throw error
        await new Promise((resolve) => setTimeout(resolve, pauseMs))
      }
    }
  }

  function WhenLoaded(props: P) {
    const [component, setComponent] = useState(() => loaded)
    useEffect(() => {
      if (component) return
      let isGone = false
      startAgain(() => isGone).then(
        (arrived) => {
          if (!isGone) setComponent(() => arrived)
        },
        (error: unknown) => {
          // Thrown while drawing, so that the page's error boundary takes it.
          if (!isGone)
            setComponent(() => {
              throw error
            })
        },
      )
      return () => {
        isGone = true
      }
    }, [component])
    return createElement(component ?? Placeholder, props)
  }

  return Object.assign(WhenLoaded, { preload: () => void start().catch(() => {}) })
}

function Nothing() {
  return null
}
