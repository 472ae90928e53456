'use client'
import { useId, useRef, useState } from 'react'
import { Brush, Download, Expand, X } from 'lucide-react'
import { Button, buttonClass } from '@/components/ui/button'
import { classNames } from '@/components/ui/class-names'
import { loadedWhenUsed } from '@/components/ui/loaded-when-used'
import { Switch } from '@/components/ui/switch'
import type { Asset } from '@/lib/assets/asset'
import { assetUrl } from '@/lib/assets/asset-urls'
import { useFormContextValue, useFormValue, useImages, useSetFormValue } from '../form-context'
import { AddPictures } from '../pictures/add-pictures'
import { ArrivingPictures } from '../pictures/arriving-pictures'
import { useTarget } from '../pictures/use-target'
import type { WidgetProps } from '../widgets/widget-props'
import { MaskedPicture } from './masked-picture'
import { usePaintedAreas } from './painted-areas'
import { fittingMask, maskOf, withMask, withoutMaskOf, type PictureMasks } from './picture-masks'

// Fetched when a mask is painted.
const MaskPainter = loadedWhenUsed(() =>
  import('@/components/mask/mask-painter').then((module) => module.MaskPainter),
)

type MaskPanelProps = Pick<WidgetProps<'mask'>, 'labelId' | 'errorId'>

/** The mask of the first picture: painted, changed, taken from a file, and what is kept by it. */
export function MaskPanel({ labelId, errorId }: MaskPanelProps) {
  const { pictures, addPictures } = useFormContextValue()
  const setValue = useSetFormValue()
  const images = useImages()
  const masks = useFormValue('masks') as PictureMasks | undefined
  const target = useTarget('mask')
  const [isPainting, setPainting] = useState(false)
  const paint = useRef<HTMLButtonElement>(null)
  const id = maskOf(masks, images)
  const mask = id === undefined ? undefined : pictures.get(id)
  const picture = pictures.get(images[0] ?? '')
  if (!picture) return null
  const offered = id === undefined ? fittingMask(masks, picture, pictures) : undefined
  const fits = mask && mask.width === picture.width && mask.height === picture.height

  function set(next: PictureMasks) {
    setValue('masks', next)
    // The pressed button may go away with the mask.
    paint.current?.focus()
  }
  function close() {
    setPainting(false)
    paint.current?.focus()
  }

  return (
    <div role="group" aria-labelledby={labelId} aria-describedby={errorId} className="space-y-2">
      {mask && fits ? <MaskFacts picture={picture} mask={mask} /> : null}
      {mask && !fits ? (
        <p className="text-xs text-warning">
          This mask is {mask.width} × {mask.height} px, its picture {picture.width} × {picture.height} px: fit
          it, or remove it.
        </p>
      ) : null}
      <div className="flex flex-wrap gap-2">
        <Button
          ref={paint}
          size="small"
          className="pointer-coarse:h-11"
          aria-haspopup="dialog"
          aria-label={mask ? (fits ? 'Edit mask' : 'Fit mask') : undefined}
          onPointerEnter={() => MaskPainter.preload()}
          onClick={() => setPainting(true)}
        >
          {mask && !fits ? <Expand aria-hidden /> : <Brush aria-hidden />}
          {!mask ? 'Paint mask' : fits ? 'Edit' : 'Fit…'}
        </Button>
        {offered ? (
          <Button
            size="small"
            className="pointer-coarse:h-11"
            title="The mask of a picture of the same size"
            onClick={() => set(withMask(masks, picture.id, offered))}
          >
            Use the last mask
          </Button>
        ) : null}
        {mask ? (
          <>
            <a
              className={buttonClass({ size: 'small', className: 'pointer-coarse:h-11' })}
              aria-label="Download mask"
              href={assetUrl(mask.id)}
              download={`mask-${mask.width}x${mask.height}.png`}
            >
              <Download aria-hidden />
              Download
            </a>
            <Button
              size="small"
              className="pointer-coarse:h-11"
              aria-label="Remove mask"
              onClick={() => set(withoutMaskOf(masks, [picture.id]))}
            >
              <X aria-hidden />
              Remove
            </Button>
          </>
        ) : null}
      </div>
      <ArrivingPictures target={target} />
      <AddPictures
        target={target}
        multiple={false}
        action={mask ? 'Replace by a file' : 'Mask from a file'}
      />
      {mask ? <KeepOutside /> : null}
      {isPainting ? (
        <MaskPainter
          picture={picture}
          mask={mask}
          onSave={(saved) => {
            addPictures([saved])
            setValue('masks', withMask(masks, picture.id, saved.id))
          }}
          onClose={close}
        />
      ) : null}
    </div>
  )
}

function MaskFacts({ picture, mask }: { picture: Asset; mask: Asset }) {
  const share = usePaintedAreas().get(mask.id)?.share
  return (
    <div className="flex items-center gap-3 rounded-md border border-line bg-panel p-2">
      <MaskedPicture picture={picture} mask={mask} />
      <p className={classNames('min-w-0 flex-1 text-xs', share === 0 ? 'text-warning' : 'text-muted')}>
        {shareText(share)}
      </p>
    </div>
  )
}

/** The switch, which is the whole run's. */
function KeepOutside() {
  const id = useId()
  const setValue = useSetFormValue()
  const isKept = useFormValue('input.keepOutside') !== false
  return (
    <div className="grid grid-cols-[auto_minmax(0,1fr)] items-center gap-x-2 gap-y-1">
      <Switch
        id={id}
        checked={isKept}
        aria-describedby={`${id}-note`}
        onChange={(event) => setValue('input.keepOutside', event.target.checked ? undefined : false)}
      />
      <label htmlFor={id} className="py-1 text-sm pointer-coarse:py-3">
        Keep everything outside the mask
      </label>
      <p id={`${id}-note`} className="col-span-2 text-xs text-muted">
        {isKept
          ? 'Each model gets the part around the mask. Its answer is put back inside the mask; every pixel outside stays as it is.'
          : 'Models that take masks get the whole picture with the mask, the others the picture alone. Their answers are taken whole.'}
      </p>
    </div>
  )
}

/** @param share of the picture, from 0 to 1, as far as a small copy tells; undefined while that is looked at */
function shareText(share: number | undefined): string {
  if (share === undefined) return 'Only the coloured part may change.'
  if (share === 0) return 'Nothing seems to be painted in this mask: white may change, black is kept.'
  if (share === 1) return 'All of image 1 may change: this mask keeps nothing.'
  return `${share < 0.01 ? 'Less than 1 %' : `About ${Math.round(share * 100)} %`} of image 1 may change.`
}
