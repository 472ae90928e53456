'use client'
import { useState } from 'react'
import { loadedWhenUsed } from '@/components/ui/loaded-when-used'
import { useFormValue } from '../form-context'
import { AddPictures } from '../pictures/add-pictures'
import { ArrivingPictures } from '../pictures/arriving-pictures'
import { useTarget } from '../pictures/use-target'
import type { WidgetProps } from './widget-props'

// Fetched with the first picture.
const PictureList = loadedWhenUsed(
  () => import('../pictures/picture-list').then((module) => module.PictureList),
  () => <div className="h-38" />,
)

/**
 * The run's pictures in order. A model of one picture shows the same list and says which one it uses: the others wait
 * for a model that takes more.
 */
export function ImagesWidget({
  parameter,
  path,
  labelId,
  errorId,
}: WidgetProps<'images'> | WidgetProps<'image'>) {
  const images = (useFormValue(path) as string[] | undefined) ?? []
  const target = useTarget('images')
  // Once there it stays: the removal of the last picture can be undone too.
  const [hadPictures, setHadPictures] = useState(false)
  if (images.length > 0 && !hadPictures) setHadPictures(true)
  if (parameter.kind === 'images' && parameter.sameAs)
    return (
      <div role="group" aria-labelledby={labelId} className="text-xs text-muted">
        The provider’s second spelling of the same list. Add a picture by its address with “From URL” above:
        it is fetched and sent with the others.
      </div>
    )
  const used = parameter.kind === 'image' ? 1 : parameter.max
  return (
    <div role="group" aria-labelledby={labelId} aria-describedby={errorId} className="space-y-2">
      {hadPictures ? <PictureList images={images} path={path} used={used} /> : null}
      <ArrivingPictures target={target} />
      <AddPictures
        target={target}
        isLarge={images.length === 0}
        multiple={parameter.kind === 'images'}
        action={addLabel(parameter.kind, images.length)}
      />
    </div>
  )
}

function addLabel(kind: 'image' | 'images', count: number): string {
  if (kind === 'image') return count === 0 ? 'Choose a picture' : 'Replace picture'
  return count === 0 ? 'Choose pictures' : 'Add pictures'
}
