/** Says that no model was asked: the picture must not be taken for its work. */
export function SandboxBadge() {
  return (
    <span
      className="rounded-full border border-line bg-raised px-2 py-0.5 text-xs text-text"
      title="No key is set for this provider: the built-in stand-in edited the picture on this machine."
    >
      Local sandbox, not FLUX
    </span>
  )
}
