import 'server-only'

export interface Issue {
  /** The field at fault and, in a list, the place in it. */
  path: (string | number)[]
  message: string
}

/** The sandbox will not do what a request asks. Each provider's dialect gives it that provider's shape. */
export class Refusal extends Error {
  override readonly name = 'Refusal'
  constructor(
    readonly status: number,
    message: string,
    readonly options: { issues?: Issue[]; headers?: Record<string, string> } = {},
  ) {
    super(message)
  }
}

/** A request whose fields do not pass the model's table. */
export function invalidFields(status: number, issues: Issue[]): Refusal {
  return new Refusal(status, issues.map((issue) => issue.message).join(' '), { issues })
}
