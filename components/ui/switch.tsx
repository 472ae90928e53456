import type { ComponentProps } from 'react'
import { classNames } from './class-names'

/** A switch: a native checkbox in other clothes, so keyboard, label and forms work by themselves. */
export function Switch({ className, ...props }: Omit<ComponentProps<'input'>, 'type' | 'role'>) {
  return (
    <input
      type="checkbox"
      role="switch"
      className={classNames(
        'relative block h-6 w-10 shrink-0 cursor-pointer appearance-none rounded-full border border-line-strong bg-raised ' +
          'transition-colors checked:border-accent checked:bg-accent disabled:cursor-not-allowed disabled:opacity-60 ' +
          'after:absolute after:top-1/2 after:left-0.5 after:size-4.5 after:-translate-y-1/2 after:rounded-full ' +
          'after:bg-line-strong after:transition-transform checked:after:translate-x-4 checked:after:bg-on-accent',
        className,
      )}
      {...props}
    />
  )
}
