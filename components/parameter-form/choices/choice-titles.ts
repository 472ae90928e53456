import { findModel } from '@/lib/models/registry'
import type { FormChoice } from '../playground-values'

/** A name for each choice; of a model that is there more than once, with its number: "FLUX.1 Dev (2)". */
export function choiceTitles(choices: readonly Pick<FormChoice, 'modelId'>[]): string[] {
  return choices.map(({ modelId }, index) => {
    const title = findModel(modelId)?.title ?? modelId
    const isTwice = choices.filter((choice) => choice.modelId === modelId).length > 1
    return isTwice ? `${title} (${placeAmongSame(choices, index) + 1})` : title
  })
}

/** A name that stays a choice's own while others come and go; of two of the same model the first keeps it. */
export function choiceKey(choices: readonly Pick<FormChoice, 'modelId'>[], index: number): string {
  return `${choices[index]?.modelId}#${placeAmongSame(choices, index)}`
}

function placeAmongSame(choices: readonly Pick<FormChoice, 'modelId'>[], index: number): number {
  return choices.slice(0, index).filter(({ modelId }) => modelId === choices[index]?.modelId).length
}
