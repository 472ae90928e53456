'use client'
import { X } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { variantUrl } from '@/lib/assets/asset-urls'
import { useFormContextValue, useFormValue, useSetFormValue } from '../form-context'
import { AddPictures } from '../pictures/add-pictures'
import { ArrivingPictures } from '../pictures/arriving-pictures'
import { useTarget } from '../pictures/use-target'
import type { WidgetProps } from './widget-props'

/** One picture of the size of the picture it lies on: white is made anew, black is kept. */
export function MaskWidget({ path, labelId, errorId }: WidgetProps<'mask'>) {
  const { pictures } = useFormContextValue()
  const setValue = useSetFormValue()
  const mask = useFormValue(path) as string | undefined
  const target = useTarget('mask')
  const facts = mask === undefined ? undefined : pictures.get(mask)
  return (
    <div role="group" aria-labelledby={labelId} aria-describedby={errorId} className="space-y-2">
      {mask ? (
        <div className="flex items-center gap-3 rounded-md border border-line bg-panel p-2">
          <img
            src={variantUrl(mask, 160)}
            alt="Mask"
            width={64}
            height={64}
            className="size-16 object-contain"
          />
          <span className="min-w-0 flex-1 text-xs text-muted">
            {facts ? `${facts.width} × ${facts.height}. ` : ''}White is made anew, black is kept.
          </span>
          <Button
            variant="quiet"
            size="icon-small"
            aria-label="Remove mask"
            onClick={() => setValue(path, undefined)}
          >
            <X aria-hidden />
          </Button>
        </div>
      ) : null}
      <ArrivingPictures target={target} />
      <AddPictures target={target} multiple={false} action={mask ? 'Replace mask' : 'Choose a mask'} />
    </div>
  )
}
