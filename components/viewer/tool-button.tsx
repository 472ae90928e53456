import type { LucideIcon } from 'lucide-react'
import { Button } from '@/components/ui/button'

interface ToolButtonProps {
  Icon: LucideIcon
  name: string
  /** Its key, said where the pointer rests. */
  shownKey: string
  pressed: boolean
  onPress: () => void
}

/** A tool that is on or off. */
export function ToolButton({ Icon, name, shownKey, pressed, onPress }: ToolButtonProps) {
  return (
    <Button
      variant={pressed ? 'primary' : 'quiet'}
      size="icon-small"
      className="pointer-coarse:size-11"
      aria-label={name}
      aria-pressed={pressed}
      title={`${name} (${shownKey})`}
      onClick={onPress}
    >
      <Icon aria-hidden />
    </Button>
  )
}
