import type { SharedResult, SharedView } from '@/lib/sharing/shared-view'
import { measuredFrame } from '@/components/board/measure-texts'
import type { MeasureState } from '@/components/measures/use-measures'
import type { Frame } from '@/components/viewer/frame'

/** What was put in, each once, then the pictures of these results, under the names they have on the page. */
export function sharedFrames(
  { inputs }: Pick<SharedView, 'inputs'>,
  results: readonly SharedResult[],
  measures: ReadonlyMap<string, MeasureState>,
): Frame[] {
  const used = inputs.filter(({ name }) => results.some((result) => result.inputs.includes(name)))
  const isPair = results.length === 1
  const before = used.map(({ name, id, width, height }, index): Frame => {
    const which = used.length > 1 ? ` ${index + 1}` : ''
    return {
      id: name,
      assetId: id,
      width,
      height,
      label: `${isPair ? 'Before' : 'Input'}${which}`,
      alt: `Input picture${which}`,
    }
  })
  const after = results.flatMap(({ label, pictures, facts }) =>
    pictures.map(({ name, id, width, height }, index): Frame => {
      const which = pictures.length > 1 ? ` ${index + 1}` : ''
      const told = isPair ? `After${which}` : `${label}${which}`
      return {
        id: name,
        assetId: id,
        width,
        height,
        label: told,
        ...measuredFrame(measures.get(name)),
        alt: `Result${isPair ? which : `: ${told}`}`,
        facts: [...facts, { name: 'Size', value: `${width} × ${height} px` }],
      }
    }),
  )
  return [...before, ...after]
}
