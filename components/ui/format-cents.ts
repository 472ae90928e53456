export { formatCents } from '@/lib/models/format-cents'
