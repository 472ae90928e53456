/** A login that is not used for so long ends. */
export const idleDays = 30
