'use client'
import { Folder, Trash2 } from 'lucide-react'
import Link from 'next/link'
import type { ReactNode } from 'react'
import type { LibraryPlaces } from '@/lib/library/library-item'
import { libraryAddress, type LibraryQuery } from '@/lib/library/library-query'

/** The whole library, each collection, and the trash. */
export function LibraryPlacesNav({ query, places }: { query: LibraryQuery; places: LibraryPlaces }) {
  const { sort, collection, trash } = query
  return (
    <nav aria-label="Places in the library" className="-mx-4 overflow-x-auto px-4 py-0.5">
      <ul className="flex w-max gap-1.5">
        <Place href={libraryAddress({ sort })} isHere={!collection && !trash}>
          All runs
        </Place>
        {places.collections.map(({ id, name, runs }) => (
          <Place
            key={id}
            href={libraryAddress({ sort, collection: id })}
            isHere={collection === id && !trash}
          >
            <Folder aria-hidden /> <span className="max-w-48 truncate">{name}</span>
            <Count count={runs} />
          </Place>
        ))}
        <Place href={libraryAddress({ sort, trash: 'yes' })} isHere={!!trash}>
          <Trash2 aria-hidden /> Trash <Count count={places.trashed} />
        </Place>
      </ul>
    </nav>
  )
}

function Place({ href, isHere, children }: { href: string; isHere: boolean; children: ReactNode }) {
  return (
    <li>
      <Link
        href={href}
        prefetch={false}
        aria-current={isHere ? 'page' : undefined}
        className="flex h-8 items-center gap-1.5 rounded-full border border-line bg-panel px-3 text-sm text-muted hover:bg-raised hover:text-text aria-[current]:border-line-strong aria-[current]:bg-raised aria-[current]:font-medium aria-[current]:text-text pointer-coarse:h-11 [&_svg]:size-4 [&_svg]:shrink-0"
      >
        {children}
      </Link>
    </li>
  )
}

function Count({ count }: { count: number }) {
  return <span className="text-xs text-muted tabular-nums">{count.toLocaleString('en')}</span>
}
