import type { EngineReport, EngineStep } from '@/lib/models/engine-report'

/** What the local engine did, step by step: its pictures must not be taken for a model's. */
export function EngineReportDetails({ report }: { report: EngineReport }) {
  const { steps, seed, engine, version } = report
  return (
    <section aria-label="What the local engine did" className="grid gap-1 text-sm">
      <h3 className="text-xs text-muted">What the local engine did</h3>
      <ol className="grid gap-1">
        {steps.map((step, index) => (
          <li key={index} className="[overflow-wrap:anywhere]">
            {sentenceOf(step)} <span className="whitespace-nowrap text-muted">{factsOf(step)}</span>
            {step.notes.map((note) => (
              <span key={note} className="block text-xs text-warning">
                {capital(note)}
              </span>
            ))}
          </li>
        ))}
      </ol>
      <p className="text-xs text-muted">
        {engine} {version}. {seed === null ? 'The seed has no effect here.' : `Seed ${seed}.`}
      </p>
    </section>
  )
}

function sentenceOf({ description, scope }: EngineStep): string {
  return `${capital(description)}${scope === 'whole picture' ? '' : `, ${scope} only`}`
}

function factsOf({ milliseconds, confidence }: EngineStep): string {
  const time = milliseconds < 1000 ? `${milliseconds} ms` : `${(milliseconds / 1000).toFixed(1)} s`
  return confidence === undefined ? time : `${time}, confidence ${confidence}`
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
