import { defineModel } from './model'

export const flux2Klein4b = defineModel({
  id: 'flux2-klein-4b',
  provider: 'bytecompute',
  title: 'FLUX.2 [klein] 4B',
  summary: 'The fastest and cheapest: generates and edits in one compact model.',
  description:
    'FLUX.2 [klein] unifies generation and editing in a single compact architecture. Without pictures it generates ' +
    'from text, with one it edits, with two to four it works from several references.',
  endpoint: '/v1/generate',
  price: { cents: 0.3, per: 'run' },
  tips: [
    'What it does goes by the pictures: none makes one from your words, one is edited, two to four are references.',
    'Good for drafts: run it first, then give the same instruction to a larger model.',
  ],
  decisions: [
    'The page says "in as low as under a second" and promises nothing: no usual time is shown.',
    'The body is multipart/form-data (the provider’s older page says so); the field `images` is repeated per picture.',
  ],
  parameters: [
    {
      name: 'prompt',
      label: 'Instruction',
      kind: 'text',
      role: 'prompt',
      required: true,
      maxLength: 10_000,
      description: 'Text description of the image to generate.',
    },
    {
      name: 'model',
      kind: 'choice',
      options: ['flux2-klein-4b'],
      default: 'flux2-klein-4b',
      advanced: true,
      description: 'Model identifier. Use flux2-klein-4b.',
    },
    {
      name: 'images',
      kind: 'images',
      role: 'images',
      min: 0,
      max: 4,
      description: 'Uploaded image files, at most 4 (priority over image_uris).',
      decided: 'Always sent as files: the provider then needs no public address of ours.',
    },
    {
      name: 'image_uris',
      label: 'Image URIs',
      kind: 'images',
      sameAs: 'images',
      min: 0,
      max: 4,
      advanced: true,
      description: 'JSON array of URLs or base64 data URIs, at most 4.',
      decided:
        'The current page gives images priority, an older one counts both together: only one of the two is ever ' +
        'sent. Pictures given here are fetched by us and sent as images.',
    },
    {
      name: 'aspect_ratio',
      kind: 'size',
      whenEmpty: 'nearest',
      default: 'landscape',
      options: [
        { value: 'square', width: 1024, height: 1024 },
        { value: 'landscape', width: 1344, height: 768 },
        { value: 'portrait', width: 768, height: 1344 },
        { value: 'photo', width: 1248, height: 832 },
        { value: 'photo_v', width: 832, height: 1248 },
        { value: 'standard', width: 1184, height: 896 },
        { value: 'standard_v', width: 896, height: 1184 },
        { value: 'wide', width: 1568, height: 672 },
      ],
      description: 'Output aspect ratio.',
      decided:
        'Editing uses the ratio too, and its default would turn a portrait into a landscape: empty means the ratio ' +
        'nearest to the first picture, else landscape. It is always sent.',
    },
  ],
})
