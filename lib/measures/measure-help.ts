import { noiseLevel, strongestCast } from './difference-levels'

export type MeasureName = 'changed' | 'changedOutsideMask' | 'colourCast' | 'ssim' | 'alignment'

export interface MeasureHelp {
  name: MeasureName
  /** The column's heading. */
  label: string
  definition: string
  unit: string
  /** How to read the number. */
  reading: string
  /** What a higher number means. */
  higher: string
}

/** What each measure means, for the help and for headings. */
export const measureHelp: readonly MeasureHelp[] = [
  {
    name: 'changed',
    label: 'Changed',
    definition:
      `Share of the pixels that differ visibly between input and output: by more than ${noiseLevel} in CIEDE2000, ` +
      `after alignment and light smoothing. A tint over the whole picture does not count here, up to a difference ` +
      `of ${strongestCast}; it is the colour cast.`,
    unit: '%',
    reading:
      'Encoding alone makes up to about 1 %. A change of one thing should be about as large as the thing.',
    higher: 'More of the picture was changed.',
  },
  {
    name: 'changedOutsideMask',
    label: 'Changed outside mask',
    definition: 'The same share, counted only where the mask is black: where nothing was to change.',
    unit: '%',
    reading:
      'Up to about 1 % the mask was kept. Models without masks of their own often change half of the rest.',
    higher: 'More was changed that should have been left alone.',
  },
  {
    name: 'colourCast',
    label: 'Colour cast',
    definition: 'Mean colour difference (CIEDE2000) of the pixels that did not change.',
    unit: 'ΔE',
    reading: 'Below 1 is encoding, 2 can be seen in a direct comparison, 5 is plain.',
    higher: 'What was left alone has a stronger tint, or another brightness.',
  },
  {
    name: 'ssim',
    label: 'SSIM',
    definition:
      'Structural similarity of the grey pictures after alignment (Wang and others, 2004), the mean over windows of ' +
      '11 × 11 pixels at 384 pixels on the long side. From 1 for equal pictures to 0 and below.',
    unit: '',
    reading: 'Above 0.95 details are as they were; a drawing made of a photograph has about 0.5.',
    higher: 'More of the fine structure was kept. Colour has no part in it.',
  },
  {
    name: 'alignment',
    label: 'Alignment',
    definition:
      'How far the output’s content is shifted and scaled against the input, found by matching edges in small blocks. ' +
      'The shift counts in the input’s pixels from its middle.',
    unit: 'px',
    reading:
      'Right to about a pixel in 1000 and half a percent of scale. The confidence is the share of blocks found where ' +
      'the alignment says; below 20 % nothing is said.',
    higher: 'The output’s content lies farther from where the input has it.',
  },
]
