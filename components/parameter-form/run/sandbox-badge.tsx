/** The mark of what is made by the built-in stand-in. */
export function SandboxBadge({ isLong = false }: { isLong?: boolean }) {
  return (
    <span className="rounded border border-line-strong px-1 text-xs text-warning">
      {isLong ? 'Local sandbox, not FLUX' : 'Sandbox'}
    </span>
  )
}
