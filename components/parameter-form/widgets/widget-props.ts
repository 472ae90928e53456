import type { ParameterKind, ParameterOf } from '@/lib/models/parameter'

/** What a widget gets: its row, and what ties it to the label and the error beside it. */
export interface WidgetProps<K extends ParameterKind> {
  parameter: ParameterOf<K>
  /** Where its value lives in the form. */
  path: string
  /** For the main control, which the label names. */
  id: string
  /** The label's id, for widgets that are a group of controls. */
  labelId: string
  /** The id of the error text, while there is one. */
  errorId: string | undefined
}
