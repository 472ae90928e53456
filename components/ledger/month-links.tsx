import Link from 'next/link'
import { buttonClass } from '@/components/ui/button'
import { monthAfter } from '@/lib/ledger/month'

const name = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' })

/** From month to month. */
export function MonthLinks({ month, thisMonth }: { month: string; thisMonth: string }) {
  const next = monthAfter(month, 1)
  return (
    <nav aria-label="Months" className="flex items-center gap-2">
      <MonthLink month={monthAfter(month, -1)}>Earlier</MonthLink>
      <span aria-current="date" className="min-w-36 text-center font-medium">
        {name.format(new Date(`${month}-01T00:00:00Z`))}
      </span>
      {next <= thisMonth && <MonthLink month={next}>Later</MonthLink>}
    </nav>
  )
}

function MonthLink({ month, children }: { month: string; children: string }) {
  return (
    <Link href={`/ledger?month=${month}`} className={buttonClass()}>
      {children}
    </Link>
  )
}
