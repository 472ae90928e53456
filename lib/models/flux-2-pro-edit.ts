import { defineModel } from './model'
import { enableBase64Output, enableSyncMode } from './response-flags'

export const flux2ProEdit = defineModel({
  id: 'flux-2-pro-edit',
  provider: 'vibedream',
  title: 'FLUX.2 [pro] Edit',
  summary: 'Production-grade editing with exact hex colours and consistent results.',
  description:
    'FLUX.2 [pro] Edit delivers production-grade image-to-image editing from Black Forest Labs: natural-language ' +
    'instructions and exact hex colour control for consistent, studio-quality results.',
  endpoint: '/api/v1/models/flux-2-pro-edit/generate',
  price: { cents: 7, per: 'run' },
  tips: ['Colours may be given exactly, as hex: “make the car #1e6fd9”.'],
  decisions: [
    'Estimated time is "variable, depending on task": no usual time is shown.',
    'The price is the page’s fixed one per run, although the model’s maker prices by megapixel.',
  ],
  parameters: [
    {
      name: 'prompt',
      label: 'Instruction',
      kind: 'text',
      role: 'prompt',
      required: true,
      maxLength: 10_000,
      description: 'Detailed instructions on how to edit the image.',
    },
    {
      name: 'images',
      kind: 'images',
      role: 'images',
      required: true,
      min: 1,
      max: 8,
      description: 'The image(s) to be edited. Accepted formats: JPEG, PNG, GIF, WebP.',
      decided: 'The page states no maximum; eight is what the model’s maker takes through its own API.',
    },
    {
      name: 'size',
      kind: 'size',
      whenEmpty: 'omit',
      options: [{ value: 'small' }, { value: 'medium' }, { value: 'large' }],
      description: 'Select the desired output size for the edited image.',
      decided: 'The words have no pixel meaning and no default on the page: empty is left out.',
    },
    {
      name: 'seed',
      kind: 'seed',
      role: 'seed',
      min: 0,
      max: 10_000,
      random: 'omit',
      description: 'Set a seed for the random number generator to ensure reproducibility.',
      decided:
        'The minimum is missing on the page and -1 is not mentioned; the example sends 0, and whether 0 means random ' +
        'is unknown. Random is said by leaving the field out; 0 to 10000 are sent as given.',
    },
    enableSyncMode,
    enableBase64Output,
    {
      name: 'enable_safety_checker',
      label: 'Safety checker',
      kind: 'boolean',
      advanced: true,
      description: 'Enable additional checks to ensure content safety and compliance.',
      decided:
        'No default is stated and the example switches it off, which a product should not copy: left out unless set.',
    },
  ],
})
