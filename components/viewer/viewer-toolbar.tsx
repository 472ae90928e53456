import { useSyncExternalStore } from 'react'
import { Crosshair, Image, Maximize, Minimize, Search } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { LayoutPicker } from './layout-picker'
import { lensPowers, type LensPower } from './lens-place'
import type { Layout } from './layout'
import type { LiveValue } from './live-value'
import type { Scene } from './scene'
import { ToolButton } from './tool-button'
import { ViewerHelp } from './viewer-help'
import type { ViewerAction } from './viewer-keys'
import { toolbarClass } from './viewer-shape'
import type { Tools } from './viewer-tools'
import { ZoomBar } from './zoom-bar'

export interface ViewerToolbarProps {
  scene: Scene
  layout: Layout
  /** More than one picture. */
  several: boolean
  pair: boolean
  solo: boolean
  tools: Tools
  fullscreen: { supported: boolean; active: boolean }
  onLayoutChange: (layout: Layout) => void
  perform: (action: ViewerAction) => void
}

/** Layouts and tools, zoom, full screen and help. */
export function ViewerToolbar(props: ViewerToolbarProps) {
  const { scene, layout, several, pair, solo, tools, fullscreen, onLayoutChange, perform } = props
  return (
    <div className={toolbarClass}>
      <div className="flex items-center gap-1">
        {several && (
          <>
            <LayoutPicker layout={layout} pair={pair} onChange={onLayoutChange} />
            <ToolButton
              Icon={Image}
              name="Only the chosen picture"
              shownKey="Enter"
              pressed={solo}
              onPress={() => perform('solo')}
            />
          </>
        )}
        <Probes scene={scene} tools={tools} perform={perform} />
      </div>
      <div className="ml-auto flex items-center">
        <ZoomBar zoom={scene.zoom} of={pair ? 'the after picture' : 'the picture'} />
        {fullscreen.supported && (
          <Button
            variant="quiet"
            size="icon-small"
            className="pointer-coarse:size-11"
            aria-label={fullscreen.active ? 'Leave full screen' : 'Full screen'}
            title={fullscreen.active ? 'Leave full screen (F)' : 'Full screen (F)'}
            onClick={() => perform('fullscreen')}
          >
            {fullscreen.active ? <Minimize aria-hidden /> : <Maximize aria-hidden />}
          </Button>
        )}
        <ViewerHelp />
      </div>
    </div>
  )
}

type ProbesProps = Pick<ViewerToolbarProps, 'scene' | 'tools' | 'perform'>

function Probes({ scene, tools, perform }: ProbesProps) {
  return (
    <>
      <ToolButton
        Icon={Crosshair}
        name="Crosshair"
        shownKey="C"
        pressed={tools.crosshair}
        onPress={() => perform('crosshair')}
      />
      <ToolButton
        Icon={Search}
        name="Loupe"
        shownKey="L"
        pressed={tools.loupe}
        onPress={() => perform('loupe')}
      />
      {tools.loupe && <Power power={scene.power} />}
    </>
  )
}

function Power({ power }: { power: LiveValue<LensPower> }) {
  const current = useSyncExternalStore(power.subscribe, power.get, power.get)
  const other = lensPowers.find((candidate) => candidate !== current) ?? current
  return (
    <Button
      variant="quiet"
      size="small"
      className="tabular-nums pointer-coarse:h-11"
      aria-label={`Loupe at ${current} times actual pixels; change to ${other} times`}
      title={`${current} times actual pixels; change to ${other} times`}
      onClick={() => power.set(other)}
    >
      {current}×
    </Button>
  )
}
