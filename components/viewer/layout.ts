/** How the pictures are shown. Any of them may be left for a single picture, and come back to. */
export const layouts = ['slider', 'grid', 'blink'] as const

export type Layout = (typeof layouts)[number]

export const layoutNames: Record<Layout, string> = { slider: 'Slider', grid: 'Grid', blink: 'Blink' }
