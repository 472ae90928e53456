/** What the person has switched on, beside the layout. */
export interface Tools {
  loupe: boolean
  crosshair: boolean
  heat: boolean
}

/** What a layout needs to draw beside the scene. */
export interface LayoutProps {
  tools: Tools
  /** The viewer has a height of its own (full screen, a dialog), which the layout fills. */
  fill: boolean
}
