'use client'
import { useRef, useState } from 'react'
import { ImagePlus, Link2, Sparkles } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { loadedWhenUsed } from '@/components/ui/loaded-when-used'
import { useFormContextValue } from '../form-context'
import { acceptedTypes, limitSentence } from './picture-limits'
import { sourcesOf } from './picture-source'
import { roleOf, type PictureTarget } from './upload-queue'

// Fetched when first opened: most pictures come by drop, paste or file.
const UrlDialog = loadedWhenUsed(() => import('./url-dialog').then((module) => module.UrlDialog))
const SamplesMenu = loadedWhenUsed(() => import('./samples-menu').then((module) => module.SamplesMenu))

interface AddPicturesProps {
  target: PictureTarget
  multiple: boolean
  /** What the file button says. */
  action: string
  /** The wide drop zone of an empty list. */
  isLarge?: boolean
}

/** The ways to put a picture in, with the limit said before. Dropping and pasting work on the whole page. */
export function AddPictures({ target, multiple, action, isLarge }: AddPicturesProps) {
  const { uploads } = useFormContextValue()
  const input = useRef<HTMLInputElement>(null)
  const samplesButton = useRef<HTMLButtonElement>(null)
  const [isOpen, setOpen] = useState<'url' | 'samples'>()
  const isMask = roleOf(target) === 'mask'

  return (
    <div
      className={
        isLarge
          ? 'rounded-lg border border-dashed border-line-strong bg-panel px-3 py-4 text-center'
          : undefined
      }
    >
      {isLarge ? <p className="mb-2 text-sm">Drop or paste pictures anywhere on the page</p> : null}
      <div className={isLarge ? 'flex flex-wrap justify-center gap-2' : 'flex flex-wrap gap-2'}>
        <Button size="small" onClick={() => input.current?.click()}>
          <ImagePlus aria-hidden />
          {action}
        </Button>
        <Button size="small" aria-haspopup="dialog" onClick={() => setOpen('url')}>
          <Link2 aria-hidden />
          From URL
        </Button>
        {isMask ? null : (
          <Button
            ref={samplesButton}
            size="small"
            aria-expanded={isOpen === 'samples'}
            onClick={() => setOpen(isOpen === 'samples' ? undefined : 'samples')}
          >
            <Sparkles aria-hidden />
            Samples
          </Button>
        )}
      </div>
      <input
        ref={input}
        type="file"
        hidden
        accept={acceptedTypes}
        multiple={multiple}
        onChange={(event) => {
          uploads.add(sourcesOf(event.target.files), target)
          // So that the same file can be chosen again.
          event.target.value = ''
        }}
      />
      <p className="mt-1.5 text-xs text-muted">
        {isMask
          ? 'White where the picture is made anew, black where it is kept; of the picture’s own size.'
          : limitSentence}
      </p>
      {isOpen === 'url' ? (
        <UrlDialog
          onClose={() => setOpen(undefined)}
          onUrl={(url) => uploads.add([{ kind: 'url', url }], target)}
        />
      ) : null}
      {isOpen === 'samples' ? (
        <SamplesMenu
          onPick={(sample) => {
            uploads.add([{ kind: 'sample', path: sample.file }], target)
            setOpen(undefined)
            // The pressed button goes away with the menu; the keyboard stays here.
            samplesButton.current?.focus()
          }}
        />
      ) : null}
    </div>
  )
}
