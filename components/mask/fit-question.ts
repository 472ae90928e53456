import type { Mask } from '@/lib/masks/mask'
import type { Stretching } from '@/lib/masks/stretch-mask'
import type { Question } from './ask-dialog'
import type { Size } from './mask-view'

interface FitQuestionOptions {
  onStretch(how: Stretching): void
  onCancel?(): void
  cancel?: string
}

/** A mask of another size than its picture is never fitted silently. */
export function fitQuestion(
  mask: Pick<Mask, 'width' | 'height'>,
  picture: Size,
  options: FitQuestionOptions,
): Question {
  // Off by no more than one of the mask's own pixels it is the same shape, rounded.
  const heightWanted = (mask.width * picture.height) / picture.width
  const isDistorted = Math.abs(mask.height - heightWanted) > 1
  return {
    title: 'The mask has another size',
    text:
      `The mask is ${mask.width} × ${mask.height} px, the picture ${picture.width} × ${picture.height} px. ` +
      (isDistorted
        ? 'Their shapes differ too, so that stretching it over the picture distorts it.'
        : 'It can be stretched over the picture.'),
    answers: [
      { title: 'Stretch, smooth', onChoose: () => options.onStretch('linear') },
      { title: 'Stretch, hard edges', onChoose: () => options.onStretch('nearest') },
    ],
    cancel: options.cancel,
    onCancel: options.onCancel,
  }
}
