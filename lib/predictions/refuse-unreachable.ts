import 'server-only'
import type { Model, ModelValues } from '@/lib/models/model'
import type { CreateRun } from './create-run'
import { picturesIn } from './pictures-in'
import { RunRefused } from './run-refused'

/** Throws where the values name pictures and their provider has no way to get at them. */
export function refuseUnreachable(access: CreateRun['access'], model: Model, values: ModelValues): void {
  if (access[model.provider].canReceivePictures || picturesIn(model, values).length === 0) return
  throw new RunRefused(
    'no-public-url',
    'This provider takes pictures by public URL only, and this server has none. Set PUBLIC_URL to an address under ' +
      'which the outside reaches it, or use another model.',
  )
}
