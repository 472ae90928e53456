/** Stands at an address of a link that leads nowhere; the same for whatever reason. */
export function DeadLink({ sentence }: { sentence: string }) {
  return (
    <div className="grid justify-items-center gap-2 p-16 text-center">
      <h1 className="text-lg font-semibold">There is nothing to see here</h1>
      <p className="max-w-prose text-muted">{sentence}</p>
    </div>
  )
}
