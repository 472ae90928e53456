import Link from 'next/link'
import { SettingsSection } from './settings-section'

/** The pages that have no place in the header. */
const pages = [
  { href: '/ledger', title: 'Ledger', note: 'what was spent at the providers, and budgets' },
  { href: '/shares', title: 'Links', note: 'what others can see of your runs, and the way to take it back' },
]

export function PagesSection() {
  return (
    <SettingsSection id="pages" title="More" note="Kept on pages of their own:">
      <ul className="grid gap-1">
        {pages.map(({ href, title, note }) => (
          <li key={href}>
            <Link href={href} className="inline-block py-1 text-accent-text underline pointer-coarse:py-3">
              {title}
            </Link>
            <span className="text-muted">: {note}</span>
          </li>
        ))}
      </ul>
    </SettingsSection>
  )
}
