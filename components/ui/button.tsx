import type { ComponentProps } from 'react'
import { cva, type VariantProps } from 'class-variance-authority'
import { classNames } from './class-names'

const button = cva(
  'inline-flex shrink-0 items-center justify-center gap-1.5 rounded-md font-medium whitespace-nowrap ' +
    'transition-colors disabled:cursor-not-allowed disabled:opacity-50 aria-disabled:cursor-not-allowed ' +
    'aria-disabled:opacity-60 [&_svg]:size-4 [&_svg]:shrink-0',
  {
    variants: {
      variant: {
        primary: 'bg-accent text-on-accent hover:bg-accent-hover',
        secondary: 'border border-line bg-panel text-text hover:bg-raised',
        quiet: 'text-text hover:bg-raised',
        faint: 'text-muted hover:bg-raised hover:text-text',
        danger: 'border border-line bg-panel text-danger hover:bg-raised',
      },
      size: {
        // 24 px is the least a target may measure (WCAG 2.5.8); we keep 28 and up.
        small: 'h-7 px-2 text-xs',
        medium: 'h-9 px-3 text-sm',
        large: 'h-11 px-4 text-sm',
        icon: 'size-8',
        'icon-small': 'size-7',
        'icon-medium': 'size-9',
      },
    },
    defaultVariants: { variant: 'secondary', size: 'medium' },
  },
)

export type ButtonProps = ComponentProps<'button'> & VariantProps<typeof button>

/** A button; `type` is "button" unless said otherwise, so that none submits a form by accident. */
export function Button({ variant, size, className, type = 'button', ...props }: ButtonProps) {
  return <button type={type} className={classNames(button({ variant, size }), className)} {...props} />
}

/** The looks of a button, for links. */
export function buttonClass(options: VariantProps<typeof button> & { className?: string } = {}): string {
  return classNames(button({ variant: options.variant, size: options.size }), options.className)
}
