'use client'

import { Menu } from 'lucide-react'
import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { useId, useRef } from 'react'
import { Button } from '@/components/ui/button'
import { currentLink, navLinks } from './nav-links'

/** The links for which a phone's header has no room. */
export function PhoneMenu() {
  const id = useId()
  const pathname = usePathname()
  const menu = useRef<HTMLDivElement>(null)
  return (
    <div className="sm:hidden">
      <Button
        variant="quiet"
        size="icon"
        className="pointer-coarse:size-11"
        popoverTarget={id}
        aria-label="More pages"
      >
        <Menu aria-hidden />
      </Button>
      <div
        ref={menu}
        id={id}
        popover="auto"
        className="fixed inset-auto top-12 right-2 m-0 w-44 rounded-lg border border-line bg-panel p-1.5 text-sm text-text shadow-xl"
      >
        <ul>
          {navLinks
            .filter(({ isFirst }) => !isFirst)
            .map(({ href, title }) => (
              <li key={href}>
                <Link
                  href={href}
                  aria-current={currentLink(pathname, href)}
                  className="flex min-h-11 items-center rounded-md px-3 hover:bg-raised aria-[current]:bg-raised"
                  onClick={() => menu.current?.hidePopover()}
                >
                  {title}
                </Link>
              </li>
            ))}
        </ul>
      </div>
    </div>
  )
}
