'use client'
import { SlidersHorizontal, X } from 'lucide-react'
import { useState } from 'react'
import { librarySorts, type LibraryQuery, type LibrarySort } from '@/lib/library/library-query'
import { Button } from '@/components/ui/button'
import { classNames } from '@/components/ui/class-names'
import { controlClass } from '@/components/ui/control-class'
import { FilterFields } from './filter-fields'
import { filterTexts, sortTexts } from './filter-texts'
import { SearchField } from './search-field'
import type { LibraryAddress } from './use-library-address'

interface LibraryFiltersProps {
  address: LibraryAddress
  models: readonly string[]
}

/** Search, order and filters, and those that are set, each to be taken away by a press. */
export function LibraryFilters({ address: { wanted, show }, models }: LibraryFiltersProps) {
  const set = filterTexts({ ...wanted, q: undefined })
  const [isOpen, setIsOpen] = useState(false)
  const clear: Partial<LibraryQuery> = Object.assign({}, ...set.map(({ without }) => without))
  return (
    <search className="grid gap-2">
      {/* Without its script the browser itself asks for the words. */}
      <form
        action="/library"
        className="flex flex-wrap items-center gap-2"
        onSubmit={(event) => event.preventDefault()}
      >
        <SearchField
          value={wanted.q ?? ''}
          onSearch={(text, isFirst) => show({ q: text || undefined }, isFirst ? 'push' : 'replace')}
        />
        <select
          name="sort"
          aria-label="Order"
          className={classNames(controlClass, 'h-9 pointer-coarse:h-11')}
          value={wanted.sort}
          onChange={(event) => show({ sort: event.target.value as LibrarySort })}
        >
          {librarySorts.map((sort) => (
            <option key={sort} value={sort}>
              {sortTexts[sort]}
            </option>
          ))}
        </select>
        <Button
          className="pointer-coarse:h-11"
          aria-expanded={isOpen}
          aria-controls="library-filters"
          onClick={() => setIsOpen(!isOpen)}
        >
          <SlidersHorizontal aria-hidden /> Filters{set.length > 0 && ` (${set.length})`}
        </Button>
      </form>
      <div id="library-filters" hidden={!isOpen} className="rounded-lg border border-line bg-panel p-3">
        <FilterFields query={wanted} models={models} onChange={(next) => show(next)} />
      </div>
      {set.length > 0 && (
        <ul aria-label="Filters that are set" className="flex flex-wrap gap-1.5">
          {set.map(({ text, without }) => (
            <li key={text}>
              <Button size="small" className="pointer-coarse:h-11" onClick={() => show(without)}>
                {text} <X aria-hidden />
                <span className="sr-only">Take this filter away</span>
              </Button>
            </li>
          ))}
          {set.length > 1 && (
            <li>
              <Button
                size="small"
                variant="faint"
                className="pointer-coarse:h-11"
                onClick={() => show(clear)}
              >
                Clear filters
              </Button>
            </li>
          )}
        </ul>
      )}
    </search>
  )
}
