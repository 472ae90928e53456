import Link from 'next/link'
import type { Theme } from './theme'
import { ThemeToggle } from './theme-toggle'

/** The same on every page; low, because the pictures need the room. */
export function SiteHeader({ theme }: { theme: Theme }) {
  return (
    <header className="flex h-12 items-center gap-2 border-b border-line bg-panel px-3 sm:gap-4 sm:px-4">
      <Link href="/" className="flex items-center gap-2 text-base font-semibold tracking-tight">
        <DiptychMark />
        {/* On a phone the links need the room. */}
        <span className="max-sm:sr-only">Diptych</span>
      </Link>
      <nav aria-label="Main" className="flex text-sm sm:gap-1">
        <Link href="/" className="rounded-md px-1.5 py-1 text-muted sm:px-2 hover:bg-raised hover:text-text">
          Playground
        </Link>
        <Link
          href="/library"
          className="rounded-md px-1.5 py-1 text-muted sm:px-2 hover:bg-raised hover:text-text"
        >
          Library
        </Link>
        <Link
          href="/ranking"
          className="rounded-md px-1.5 py-1 text-muted sm:px-2 hover:bg-raised hover:text-text"
        >
          Ranking
        </Link>
        <Link
          href="/models"
          className="rounded-md px-1.5 py-1 text-muted sm:px-2 hover:bg-raised hover:text-text"
        >
          Models
        </Link>
      </nav>
      <div className="ml-auto">
        <ThemeToggle initial={theme} />
      </div>
    </header>
  )
}

/** Two hinged panels: before and after. */
function DiptychMark() {
  return (
    <svg viewBox="0 0 20 16" width="20" height="16" aria-hidden className="text-accent-text">
      <path
        d="M1 2.5 9 1v14l-8-1.5z"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.5"
        strokeLinejoin="round"
      />
      <path
        d="M19 2.5 11 1v14l8-1.5z"
        fill="currentColor"
        stroke="currentColor"
        strokeWidth="1.5"
        strokeLinejoin="round"
      />
    </svg>
  )
}
