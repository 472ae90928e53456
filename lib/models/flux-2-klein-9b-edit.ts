import { defineModel } from './model'
import { enableBase64Output, enableSyncMode } from './response-flags'

export const flux2Klein9bEdit = defineModel({
  id: 'flux-2-klein-9b-edit',
  provider: 'vibedream',
  title: 'FLUX.2 Klein 9B Edit',
  summary: 'Precise edits in natural language, good detail, low price.',
  description:
    'FLUX.2 Klein 9B Edit is a high-quality image editing model with 9B parameters, offering precise modifications ' +
    'using natural language instructions.',
  endpoint: '/api/v1/models/flux-2-klein-9b-edit/generate',
  price: { cents: 2, per: 'run' },
  usualSeconds: [60, 120],
  tips: [
    'Say what should change and what should stay as it is.',
    'Name pictures by their place: image1, image2.',
  ],
  decisions: ['The page is headed "text-to-image", yet images are required: it is an editing model.'],
  parameters: [
    {
      name: 'prompt',
      label: 'Instruction',
      kind: 'text',
      role: 'prompt',
      required: true,
      maxLength: 10_000,
      description: 'Text description of the desired edit.',
    },
    {
      name: 'images',
      kind: 'images',
      role: 'images',
      required: true,
      min: 1,
      max: 3,
      description: 'Source images to edit (can add multiple). Accepted formats: JPEG, PNG, GIF, WebP.',
      decided:
        'The page states no maximum; three is what the sister model on WaveSpeed takes. One picture is sent as a ' +
        'list of one, as in the page’s example.',
    },
    {
      name: 'size',
      kind: 'size',
      min: 256,
      max: 1536,
      separator: '*',
      whenEmpty: 'omit',
      emptyValues: [0, '0', ''],
      experimental:
        'The provider’s page types size as one number and does not say how to write width and height. Width*height ' +
        'is a guess from its sister models; the provider may refuse or ignore it.',
      description: 'Output dimensions (empty = same as input image).',
      decided:
        'Typed "number", example 0, meaning "dimensions": one number cannot hold two. Empty is left out and 0 is ' +
        'read as empty, never sent. A width*height within the sister model’s 256 to 1536 can be sent on wish.',
    },
    {
      name: 'seed',
      kind: 'seed',
      role: 'seed',
      min: 0,
      max: 10_000,
      random: -1,
      description: 'Random seed for reproducibility (-1 for random).',
      decided:
        'The range cell "-1 – 10000" is read as range, not as a default of -1; -1 is how random is said. No seed ' +
        'given means random.',
    },
    enableSyncMode,
    enableBase64Output,
  ],
})
