import 'server-only'

// None of these providers documents a code for every failure, so their words have to do. What they decide is only
// which sentence a person reads, never whether something is sent again.

export function speaksOfCredit(text: string): boolean {
  return /credit|balance|top.?up/i.test(text)
}

export function speaksOfModeration(text: string): boolean {
  return /moderat|nsfw|flagged|content.?policy|policy violation|unsafe|safety (system|filter|policy|check failed)|inappropriate|prohibited content/i.test(
    text,
  )
}

/** "Failed to download image from the provided URL.", but not "the surest place reached 0.16. Paint a mask." */
export function speaksOfInput(text: string): boolean {
  return /\b(?:download|fetch|access|load|reach|retriev|open|read)(?:e|ed|able|ing)?\b[^.]{0,40}\b(?:images?|pictures?|media|inputs?|mask|url)/i.test(
    text,
  )
}
