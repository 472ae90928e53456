import { defineModel } from './model'
import { enableBase64Output, enableSyncMode } from './response-flags'

export const flux2KleinBase9bEdit = defineModel({
  id: 'flux-2-klein-base-9b-edit',
  provider: 'wavespeed',
  title: 'FLUX.2 Klein Base 9B Edit',
  summary: 'Compositing and style changes over up to three pictures, at a flat price.',
  description:
    'FLUX.2 [klein] Base 9B Edit is a high-quality image editing model with 9B parameters, built for prompt-driven ' +
    'transformations, compositing and style changes.',
  endpoint: '/api/v3/wavespeed-ai/flux-2-klein-base-9b/edit',
  price: { cents: 1.6, per: 'run' },
  tips: [
    'Be specific about what should change and what should stay the same.',
    'Name pictures by their place: “put the person in image1 into image2”.',
    'Leave size empty to keep the picture’s own dimensions.',
    'Use the same seed when you compare instructions on the same pictures.',
    'For complex edits, describe both the change and its constraints: lighting, realism, identity.',
    'An example: “Put the person in image1 into image2, keep realistic lighting and proportions, and match the scene ' +
      'naturally.”',
  ],
  decisions: [
    'The page’s "Prompt Enhancer" is a feature of its website; there is no such parameter.',
    'The page names no usual time.',
  ],
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
      description: 'List of reference image URLs (1-3 images).',
      decided:
        'Required with a default of [] is a contradiction: required, one to three, always sent as a list.',
    },
    {
      name: 'size',
      kind: 'size',
      min: 256,
      max: 1536,
      separator: '*',
      whenEmpty: 'omit',
      description: 'Output dimensions. Leave empty to match the input image dimensions.',
      decided:
        'The cell "-256 ~ 1536" is a default of "-" and a range of 256 to 1536 per dimension. The separator is not ' +
        'named on this page; every other page of the provider writes width*height.',
    },
    {
      name: 'seed',
      kind: 'seed',
      role: 'seed',
      min: 0,
      max: 2_147_483_647,
      random: -1,
      description: 'Random seed for reproducibility. Use -1 for random generation.',
    },
    enableSyncMode,
    enableBase64Output,
  ],
})
