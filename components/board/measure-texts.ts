import { describeAlignmentShortly } from '@/lib/measures/describe-alignment'
import type { AlignmentResult, Measures } from '@/lib/measures/measures'
import type { Frame } from '@/components/viewer/frame'
import type { MeasureState } from '@/components/measures/use-measures'

/** What is known of a result's measures. */
export type CellMeasures = MeasureState

/** The measures, where they are known. */
export function measuresIn(cell: CellMeasures | undefined): Measures | undefined {
  return cell?.state === 'done' ? cell.measures : undefined
}

/** "shifted 14 px, scaled 1.02": how the picture lies over its input, in the input's pixels. */
export function alignmentText(result: AlignmentResult): string {
  return result.state === 'refused' ? 'can’t be aligned' : describeAlignmentShortly(result.alignment)
}

/** The same, and where it could not be found, why. */
export function alignmentNote(result: AlignmentResult): string {
  return result.state === 'refused' ? `Can’t be aligned: ${result.reason}` : alignmentText(result)
}

/** A share of pixels, with a digit more where there is little. */
export function percentText(share: number): string {
  const percent = share * 100
  if (percent > 0 && percent < 0.1) return '< 0.1 %'
  return `${percent < 10 ? percent.toFixed(1) : Math.round(percent)} %`
}

export function colourCastText(deltaE: number): string {
  return `ΔE ${deltaE.toFixed(1)}`
}

export function ssimText(ssim: number): string {
  return ssim.toFixed(3)
}

/** The measures that could be stated, each a few words. */
export function measureTexts({ changed, changedOutsideMask, colourCast, ssim }: Measures): string[] {
  return [
    changed !== undefined && `${percentText(changed)} changed`,
    changedOutsideMask !== undefined && `${percentText(changedOutsideMask)} outside the mask`,
    colourCast !== undefined && `cast ${colourCastText(colourCast)}`,
    ssim !== undefined && `SSIM ${ssimText(ssim)}`,
  ].filter((text) => text !== false)
}

/** What the viewer is told of how a picture lies over its input, and where it changed. */
export function measuredFrame(
  cell: CellMeasures | undefined,
): Pick<Frame, 'alignment' | 'alignmentNote' | 'overlayUrl'> {
  if (cell?.state !== 'done') return {}
  const { alignment } = cell.measures
  return {
    alignment: alignment.state === 'found' ? alignment.alignment : undefined,
    alignmentNote: alignmentNote(alignment),
    overlayUrl: cell.heatMapUrl,
  }
}
