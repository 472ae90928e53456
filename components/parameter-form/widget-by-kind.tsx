import type { ComponentType } from 'react'
import type { ParameterKind } from '@/lib/models/parameter'
import { BooleanWidget } from './widgets/boolean-widget'
import { ChoiceWidget } from './widgets/choice-widget'
import { ImagesWidget } from './widgets/images-widget'
import { MaskWidget } from './widgets/mask-widget'
import { NumberWidget } from './widgets/number-widget'
import { SeedWidget } from './widgets/seed-widget'
import { SizeWidget } from './widgets/size-widget'
import { TextWidget } from './widgets/text-widget'
import type { WidgetProps } from './widgets/widget-props'

interface WidgetEntry<K extends ParameterKind> {
  Widget: ComponentType<WidgetProps<K>>
  /** `group`: several controls, named together by the field's label. */
  labels: 'control' | 'group'
}

/** Kind to widget: a closed map, so that a new kind does not compile until it has an entry. */
export const widgetByKind: { [K in ParameterKind]: WidgetEntry<K> } = {
  text: { Widget: TextWidget, labels: 'control' },
  image: { Widget: ImagesWidget, labels: 'group' },
  images: { Widget: ImagesWidget, labels: 'group' },
  mask: { Widget: MaskWidget, labels: 'group' },
  integer: { Widget: NumberWidget, labels: 'control' },
  number: { Widget: NumberWidget, labels: 'control' },
  boolean: { Widget: BooleanWidget, labels: 'control' },
  choice: { Widget: ChoiceWidget, labels: 'control' },
  size: { Widget: SizeWidget, labels: 'control' },
  seed: { Widget: SeedWidget, labels: 'control' },
}
