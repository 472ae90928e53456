import type { PlaygroundFormControl } from './form-context'
import type { PlaygroundValues } from './playground-values'

/**
 * All values as one immutable snapshot for React: the same object until some value really differs.
 * react-hook-form changes its values in place and also notifies of other things than values.
 */
export interface ValuesStore {
  subscribe: (listener: () => void) => () => void
  snapshot: () => PlaygroundValues
}

export function createValuesStore(form: PlaygroundFormControl): ValuesStore {
  let text = JSON.stringify(form.getValues())
  let values = JSON.parse(text) as PlaygroundValues
  const snapshot = () => {
    const now = JSON.stringify(form.getValues())
    if (now !== text) {
      text = now
      values = JSON.parse(now) as PlaygroundValues
    }
    return values
  }
  return {
    snapshot,
    subscribe: (listener) => {
      let last = snapshot()
      return form.subscribe({
        formState: { values: true },
        callback: () => {
          const now = snapshot()
          if (now === last) return
          last = now
          listener()
        },
      })
    },
  }
}
