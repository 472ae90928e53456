import type { BooleanParameter } from './parameter'

const decided =
  'Honoured by our own API; the provider is always told false, because an asynchronous submit gives us its id ' +
  'before anything can be lost, and outputs are stored here at once anyway.'

/** "Wait for the result": the same row on VibeDream and WaveSpeed pages. */
export const enableSyncMode = {
  name: 'enable_sync_mode',
  label: 'Wait for the result',
  kind: 'boolean',
  role: 'sync',
  default: false,
  advanced: true,
  description:
    'If set to true, the function will wait for the result to be generated and uploaded before returning the ' +
    'response. Only shapes the answer of an API call.',
  decided,
} as const satisfies BooleanParameter

/** "Answer in Base64": the same row on VibeDream and WaveSpeed pages. */
export const enableBase64Output = {
  name: 'enable_base64_output',
  label: 'Answer in Base64',
  kind: 'boolean',
  role: 'base64',
  default: false,
  advanced: true,
  description:
    'If enabled, the output will be encoded into a BASE64 string instead of a URL. Only shapes the answer of an ' +
    'API call.',
  decided,
} as const satisfies BooleanParameter
