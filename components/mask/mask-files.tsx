import { useRef } from 'react'
import { assetUrl } from '@/lib/assets/asset-urls'
import { coverageOf } from '@/lib/masks/mask-coverage'
import type { Mask } from '@/lib/masks/mask'
import { Button } from '@/components/ui/button'
import type { Question } from './ask-dialog'
import { fitQuestion } from './fit-question'
import type { Painter } from './painter'
import { usePainterState } from './use-painter-state'

/** The mask from a file or from the picture's transparency, and as a file. */
export function MaskFiles({ painter, onAsk }: { painter: Painter; onAsk(question: Question): void }) {
  const { busy } = usePainterState(painter)
  const { picture, jobs } = painter
  const file = useRef<HTMLInputElement>(null)
  const isBusy = busy !== undefined

  async function open(chosen: File) {
    const mask = await painter.busyWith('Opening the mask', () => jobs.read(chosen))
    if (!mask) return
    if (mask.width === picture.width && mask.height === picture.height) return takeOver(mask, chosen.name)
    onAsk(
      fitQuestion(mask, picture, {
        async onStretch(how) {
          const fitted = await painter.busyWith('Stretching the mask', () => jobs.stretch(mask, picture, how))
          if (fitted) takeOver(fitted, chosen.name)
        },
        onCancel: () => painter.say('The mask was not opened.'),
      }),
    )
  }

  function takeOver(mask: Mask, name: string) {
    painter.takeOver(mask, 'Mask from a file', `${name} opened. White is made anew, black is kept.`)
  }

  async function fromAlpha() {
    let isOpaque = false
    const mask = await painter.busyWith('Reading the picture', async () => {
      const found = await jobs.alpha(assetUrl(picture.id))
      isOpaque = found === undefined
      return found
    })
    if (mask) painter.takeOver(mask, 'From transparency', 'What is transparent is made anew.')
    else if (isOpaque) painter.say('Nothing in this picture is transparent.')
  }

  async function download() {
    if (coverageOf(painter.mask).kind === 'empty')
      return painter.say('The mask is empty: there is nothing to download yet.', true)
    const png = await painter.busyWith('Preparing the file', () => jobs.encode(painter.mask))
    if (!png) return
    const url = URL.createObjectURL(png)
    const link = document.createElement('a')
    link.href = url
    link.download = `mask-${picture.width}x${picture.height}.png`
    link.click()
    // Some browsers begin to read only after the click has been handled.
    setTimeout(() => URL.revokeObjectURL(url), 10_000)
  }

  return (
    <div className="grid gap-2">
      <input
        ref={file}
        type="file"
        accept="image/png,image/jpeg,image/webp,image/gif,image/avif"
        className="hidden"
        aria-label="Mask file"
        onChange={(event) => {
          const chosen = event.target.files?.[0]
          // The same file may be chosen again.
          event.target.value = ''
          if (chosen) void open(chosen)
        }}
      />
      <Button className="pointer-coarse:h-11" disabled={isBusy} onClick={() => file.current?.click()}>
        Open a mask file
      </Button>
      {picture.hasAlpha ? (
        <Button className="pointer-coarse:h-11" disabled={isBusy} onClick={() => void fromAlpha()}>
          From transparency
        </Button>
      ) : null}
      <Button className="pointer-coarse:h-11" disabled={isBusy} onClick={() => void download()}>
        Download the mask
      </Button>
    </div>
  )
}
