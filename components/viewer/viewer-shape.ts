/*
 * What decides the viewer's height, shared with the frame that stands in for it. By the viewer's own width, not by
 * whether its contents happen to wrap.
 */

/** Layouts and zoom: beside each other, or one below the other where it is narrow. */
export const toolbarClass = 'flex flex-col gap-1.5 @2xl:flex-row @2xl:items-center @2xl:gap-3'

/** One pane, as tall as leaves the buttons below it on the screen. */
export const paneClass = 'w-full min-h-56 max-h-[max(20rem,calc(100svh-20rem))]'

/** Switches and a line on how the pictures lie, below the pane. */
export const extrasClass =
  'flex min-h-14.25 flex-col gap-2 border-t border-line pt-2 pointer-coarse:min-h-19.25'
