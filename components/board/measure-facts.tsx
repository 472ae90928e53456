import { alignmentText, measureTexts, type CellMeasures } from './measure-texts'

/** What really changed against the input, as far as it can be stated. */
export function MeasureFacts({ cell }: { cell: CellMeasures }) {
  if (cell.state === 'failed') return <p className="line-clamp-2">{cell.problem}</p>
  if (cell.state !== 'done') return <p>Measuring…</p>
  const { measures } = cell
  const texts = measureTexts(measures)
  const { alignment, reason } = measures
  // Without a match there is nothing to state, and the reason says both.
  if (texts.length === 0) {
    const why = reason ?? (alignment.state === 'refused' ? alignment.reason : '')
    return (
      <p title={why} className="line-clamp-2">
        {why}
      </p>
    )
  }
  return (
    <>
      <p>{texts.join(' · ')}</p>
      <p title={alignment.state === 'refused' ? alignment.reason : undefined}>{alignmentText(alignment)}</p>
    </>
  )
}
