import Link from 'next/link'

export default function NotFound() {
  return (
    <div className="grid justify-items-center gap-2 p-16 text-center">
      <h1 className="text-lg font-semibold">There is nothing at this address</h1>
      <p className="text-muted">The run may have been made on another Diptych, or the link is cut short.</p>
      <p>
        <Link href="/library" className="text-accent-text underline">
          See all runs
        </Link>{' '}
        or{' '}
        <Link href="/" className="text-accent-text underline">
          start a new one
        </Link>
      </p>
    </div>
  )
}
