'use client'

import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { classNames } from '@/components/ui/class-names'
import { currentLink, navLinks } from './nav-links'
import { PhoneMenu } from './phone-menu'
import type { Theme } from './theme'
import { ThemeToggle } from './theme-toggle'

interface SiteHeaderProps {
  theme: Theme
  /** False for whoever is not let in: no links that only lead to the login. */
  hasLinks: boolean
}

/** The same on every page; low, because the pictures need the room. */
export function SiteHeader({ theme, hasLinks }: SiteHeaderProps) {
  const pathname = usePathname()
  return (
    <header className="flex h-12 items-center gap-2 border-b border-line bg-panel px-3 sm:gap-4 sm:px-4">
      {/* Who is not let in would be refused what is fetched ahead. As high as the header from its first part on, so that
      the mark does not move when the name comes. */}
      <Link
        href="/"
        prefetch={hasLinks ? undefined : false}
        className="flex items-center gap-2 self-stretch text-base font-semibold tracking-tight"
      >
        <DiptychMark />
        {/* On a phone the links need the room. */}
        <span className={hasLinks ? 'max-sm:sr-only' : undefined}>Diptych</span>
      </Link>
      {hasLinks && (
        <nav aria-label="Main" className="flex text-sm sm:gap-1">
          {navLinks.map(({ href, title, isFirst }) => (
            <Link
              key={href}
              href={href}
              aria-current={currentLink(pathname, href)}
              className={classNames(
                'flex items-center rounded-md px-2 py-1 text-muted pointer-coarse:h-11 hover:bg-raised hover:text-text aria-[current]:text-text',
                !isFirst && 'max-sm:hidden',
              )}
            >
              {title}
            </Link>
          ))}
        </nav>
      )}
      <div className="ml-auto flex items-center">
        <ThemeToggle initial={theme} />
        {hasLinks && <PhoneMenu />}
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
