'use client'

import { useId, useRef, useState, type CSSProperties } from 'react'
import { classNames } from '@/components/ui/class-names'
import { FrameStrip } from './frame-strip'
import { GridLayout } from './grid-layout'
import { canAlign } from './place-frames'
import { useScene } from './scene'
import { SliderLayout } from './slider-layout'
import { StackLayout } from './stack-layout'
import { useArrangement, type ArrangementProps } from './use-arrangement'
import { useAutoplay } from './use-autoplay'
import { useFullscreen } from './use-fullscreen'
import { useKeptFocus } from './use-kept-focus'
import { useStable } from './use-stable'
import { useViewerActions } from './use-viewer-actions'
import { ViewerExtras } from './viewer-extras'
import { ViewerFoot } from './viewer-foot'
import { viewerKeyDown } from './viewer-key-down'
import { noteOfPlacement, notesOfAlignment } from './viewer-notes'
import { ViewerToolbar } from './viewer-toolbar'
import type { Tools } from './viewer-tools'

export type { Fact, Frame } from './frame'
export type { Layout } from './layout'

export interface ViewerProps extends ArrangementProps {
  /** Id of the frame in relation to which all are placed, and to which alignments refer: the input. Else `before`. */
  reference?: string
  /** Asked by Esc, once there is nothing else to leave. */
  onLeave?: () => void
  /** Whether pictures are laid over the input as well as they fit; the viewer's own affair unless given. */
  aligned?: boolean
  onAlignedChange?: (aligned: boolean) => void
  /** How many frames there will be once all have come: the grid keeps their places. */
  expected?: number
  /** Takes the height it is given, as in a dialog, instead of one after the pictures' shape. */
  fill?: boolean
  /** Takes the focus when it appears, so that keys act at once. */
  autoFocus?: boolean
  /** How the pictures lie and what changed will be known later: its place is kept. */
  keepsExtras?: boolean
  className?: string
}

/**
 * Shows any number of pictures, whole and never stretched, under one zoom, pan and crosshair: two with a divider, all in
 * a grid, or in turn in the same place. What the person chose stays when frames come or change.
 */
export function Viewer(props: ViewerProps) {
  const { onLeave, onAfterChange, onBeforeChange, expected = 0 } = props
  const { autoFocus = false, keepsExtras = false, className } = props
  const id = useId()
  const root = useRef<HTMLDivElement>(null)
  const fullscreen = useFullscreen(root)
  const shown = useArrangement(props)
  const { frames, choice, before, drawn } = shown
  const { kind, after, current, captionOf, insteadOf } = drawn
  const [tools, setTools] = useState<Tools>({ loupe: false, crosshair: false, heat: false })
  const [heatOpacity, setHeatOpacity] = useState(1)
  const [factsOpen, setFactsOpen] = useState(false)
  const [ownAligned, setOwnAligned] = useState(false)

  const reference = frames.find((frame) => frame.id === props.reference) ?? drawn.before ?? after
  const aligned = props.aligned ?? ownAligned
  const inPlay = kind === 'stack' ? drawn.walk : drawn.shown
  const scene = useScene(inPlay, reference, after, aligned)
  const blinks = choice.layout === 'blink' && !choice.solo && shown.walk.length > 1
  const autoplay = useAutoplay(blinks, shown.playOn)
  const hasHeat = frames.some(({ overlayUrl }) => overlayUrl)
  const known = {
    aligned: frames.some((frame) => canAlign(reference, frame)) ? aligned : undefined,
    factsOpen: frames.some(({ facts }) => facts && facts.length > 0) ? factsOpen : undefined,
  }
  const actions = useViewerActions({
    ...known,
    root,
    scene,
    shown,
    tools,
    setTools,
    fullscreen,
    blinks,
    stopPlaying: () => autoplay.setPlaying(false),
    setAligned(next) {
      setOwnAligned(next)
      props.onAlignedChange?.(next)
    },
    hasHeat,
    setFactsOpen,
    onLeave,
  })
  const { perform, walk } = actions
  const fill = props.fill === true || fullscreen.active
  const layoutProps = { tools, fill, scene }
  useKeptFocus(root, autoFocus)

  // The grid's panes and the strip must not be drawn again for a callback that only looks new.
  const choose = useStable(actions.choose)
  const changeBefore = useStable((frameId: string) => onBeforeChange?.(frameId))
  const swap = useStable(() => void perform('swap'))
  const toggleShown = useStable(shown.toggleShown)
  const showAll = useStable(shown.showAll)
  const onTap = useStable(() => void (blinks && walk(1, true)))
  const onSwipe = useStable((step: 1 | -1) => void walk(step, true))

  return (
    <div
      ref={root}
      role="group"
      aria-label={before ? 'Picture viewer, before and after' : 'Picture viewer'}
      tabIndex={0}
      onKeyDown={viewerKeyDown(scene.zoom, perform)}
      style={{ '--heat-opacity': heatOpacity } as CSSProperties}
      className={classNames(
        '@container flex min-w-0 flex-col gap-2 rounded-md text-text outline-offset-4',
        fill && 'h-full min-h-0 overflow-y-auto',
        fullscreen.active && 'bg-canvas p-3',
        className,
      )}
    >
      <ViewerToolbar
        scene={scene}
        layout={choice.layout}
        several={frames.length > 1}
        pair={before !== undefined}
        solo={choice.solo}
        tools={tools}
        fullscreen={fullscreen}
        onLayoutChange={actions.setLayout}
        perform={perform}
      />

      {/* Where it has to share a given height, the pictures keep enough of it, and the rest is scrolled to. */}
      <div className={fill ? 'min-h-64 flex-1' : 'min-h-0 flex-1'}>
        {kind === 'slider' && drawn.before && (
          <SliderLayout
            {...layoutProps}
            left={insteadOf(drawn.before) ?? drawn.before}
            right={insteadOf(after) ?? after}
            flipped={drawn.flipped}
          />
        )}
        {kind === 'grid' && (
          <GridLayout
            {...layoutProps}
            frames={drawn.shown}
            current={current}
            expected={expected - drawn.hiddenCount}
            insteadOf={insteadOf}
            captionOf={captionOf}
            onChoose={choose}
          />
        )}
        {kind === 'stack' && (
          <StackLayout
            {...layoutProps}
            frames={drawn.walk}
            shown={insteadOf(current) ?? current}
            captionOf={captionOf}
            onTap={onTap}
            onSwipe={onSwipe}
            playing={blinks ? autoplay.playing : undefined}
            onPlayingChange={autoplay.setPlaying}
          />
        )}
      </div>

      {/* Said only when the person asked for the change; a voice each 0.7 s would be unbearable. */}
      <p role="status" className="sr-only">
        {actions.said}
      </p>
      <ViewerFoot note={noteOfPlacement(reference, inPlay)} zoom={scene.zoom} wheelZooms={fill} />
      <ViewerExtras
        {...known}
        id={id}
        onAlignedChange={actions.setAligned}
        alignmentNotes={notesOfAlignment(kind === 'slider' ? drawn.shown : [current])}
        heat={hasHeat ? tools.heat : undefined}
        onHeatChange={() => perform('heat-map')}
        heatOpacity={heatOpacity}
        onHeatOpacityChange={setHeatOpacity}
        onFactsOpenChange={setFactsOpen}
        shown={drawn.shown}
        kept={keepsExtras}
      />

      {frames.length > 2 && onAfterChange && (
        <FrameStrip
          frames={frames}
          before={before}
          after={shown.after}
          grid={kind === 'grid'}
          hidden={choice.hidden}
          onAfterChange={choose}
          onBeforeChange={onBeforeChange && changeBefore}
          onSwap={swap}
          onShownChange={toggleShown}
          onShowAll={showAll}
        />
      )}
    </div>
  )
}
