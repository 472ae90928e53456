import { DeadLink } from '@/components/sharing/dead-link'
import { deadLinkSentence } from '@/lib/api/serve-shared'

export default function NotFound() {
  return <DeadLink sentence={deadLinkSentence} />
}
