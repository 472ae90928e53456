/** A request our API refuses before it reaches anything else. */
export class ApiError extends Error {
  override readonly name = 'ApiError'
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly headers: Record<string, string> = {},
  ) {
    super(message)
  }
}

export function notFound(what: string): ApiError {
  return new ApiError(404, 'not-found', `There is no ${what} with this id.`)
}
