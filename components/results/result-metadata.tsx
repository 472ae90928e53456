import type { Asset } from '@/lib/assets/asset'
import { findModel } from '@/lib/models/registry'
import type { PredictionView } from '@/lib/predictions/view'
import { MeasureFacts } from '@/components/board/measure-facts'
import type { CellMeasures } from '@/components/board/measure-texts'
import { formatCents } from '@/components/ui/format-cents'
import { EngineReportDetails } from './engine-report'
import { formatBytes, formatDuration } from './format'
import { putBackText } from './raw-answer'
import { requestedSize } from './requested-size'

/** How the result was made: model, seed, asked against got size, time, cost, warnings. */
export function ResultMetadata({
  prediction,
  asset,
  index,
  input,
  measures,
}: {
  prediction: PredictionView
  asset: Asset
  /** Which of the prediction's results it is. */
  index: number
  input: Asset | undefined
  /** Absent where there is nothing to compare with. */
  measures: CellMeasures | undefined
}) {
  const asked = requestedSize(prediction, input)
  const differs = asked && (asked.width !== asset.width || asked.height !== asset.height)
  const report = prediction.reports[index]
  const putBack = putBackText(prediction, index)
  return (
    <div className="grid gap-3 border-t border-line px-4 py-3">
      <dl className="grid grid-cols-2 gap-x-6 gap-y-2 text-sm sm:grid-cols-3 xl:grid-cols-4">
        <Fact term="Time">
          {prediction.finishedAt !== null &&
            formatDuration(prediction.finishedAt - Date.parse(prediction.createdAt))}
        </Fact>
        <Fact term="Cost">
          {prediction.sandbox
            ? 'free (sandbox)'
            : prediction.costCents !== null &&
              `${formatCents(prediction.costCents)}${prediction.costReported ? '' : ' by price list'}`}
        </Fact>
        <Fact term="Seed">{prediction.seed ?? 'random, not told'}</Fact>
        <Fact term="Size">
          {asset.width} × {asset.height} px,{' '}
          <span className="whitespace-nowrap">{formatBytes(asset.bytes)}</span>
          {differs && (
            <span className="block text-xs text-warning">
              asked for {asked.width} × {asked.height}
            </span>
          )}
        </Fact>
        {measures && (
          <Fact term="Against the input">
            <MeasureFacts cell={measures} />
          </Fact>
        )}
        {ownParameters(prediction).map(([label, value]) => (
          <Fact key={label} term={label}>
            {value}
          </Fact>
        ))}
      </dl>
      {putBack && <p className="text-sm text-muted">{putBack}</p>}
      {report && <EngineReportDetails report={report} />}
      {prediction.warnings.map((warning) => (
        <p key={warning} className="text-sm text-warning">
          {warning}
        </p>
      ))}
    </div>
  )
}

function Fact({ term, children }: { term: string; children: React.ReactNode }) {
  return (
    <div className="min-w-0">
      <dt className="text-xs text-muted">{term}</dt>
      <dd className="[overflow-wrap:anywhere]">{children}</dd>
    </div>
  )
}

/** The values only this model has, as far as they were set. */
function ownParameters({ modelId, input: values }: PredictionView): [string, string][] {
  const rows = findModel(modelId)?.parameters ?? []
  return rows
    .filter((row) => row.role === undefined && values[row.name] !== undefined && row.kind !== 'images')
    .map((row) => [row.label ?? row.name.replaceAll('_', ' '), String(values[row.name])])
}
