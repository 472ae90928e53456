import 'server-only'

const little =
  /\b(?:(?:a )?(?:little|tad|touch|bit)|slight(?:ly)?|subtl[ey]|subtly|gentl[ey]|gently|somewhat|soft(?:ly)?|light(?:ly)?)\b/
const lots =
  /\b(?:much|very|strong(?:ly)?|a lot|lots|heav(?:y|ily)|extreme(?:ly)?|intense(?:ly)?|really|far|dramatic(?:ally)?|super|deep(?:ly)?)\b/

/** How much, by the words: 0.5 for "a bit", 1.6 for "much", else 1. */
export function amountIn(words: string): number {
  if (little.test(words)) return 0.5
  return lots.test(words) ? 1.6 : 1
}

/** The percentage in the words as a share ("20 %" is 0.2), if there is one. */
export function shareIn(words: string): number | undefined {
  const percent = /(\d+(?:\.\d+)?)\s*(?:%|percent\b|per cent\b)/.exec(words)?.[1]
  return percent === undefined ? undefined : Number(percent) / 100
}

/** A length in the words, in pixels ("8 px"), if there is one. */
export function pixelsIn(words: string): number | undefined {
  const length = /(\d+(?:\.\d+)?)\s*(?:px|pixels?)\b/.exec(words)?.[1]
  return length === undefined ? undefined : Number(length)
}

/** "20 %" for 0.2. */
export function percent(share: number): string {
  return `${Math.round(share * 100)} %`
}
