import { z } from 'zod'
import { clientAddress } from '@/lib/access/client-address'
import { isBehindTls } from '@/lib/access/security-headers'
import { sessionCookie } from '@/lib/access/session-cookie'
import { apiRoute } from '@/lib/api/answer'
import { ApiError } from '@/lib/api/api-error'
import { readJson } from '@/lib/api/read-body'

const logInSchema = z.strictObject({
  password: z.string({ error: 'Give the password as "password".' }).max(1000, 'The password is not right.'),
})
/** Bytes; whoever sends more has no password to tell. */
const mostBytes = 10_000

/** Logs in: JSON `{password}`, answered with a cookie. Open to all, so it reads little and waits for no one. */
export const POST = apiRoute(async (request, { gate, publicUrl, log }) => {
  if (!gate.isClosed)
    throw new ApiError(409, 'no-password', 'This Diptych asks for no password. Open its start page.')
  if (!(Number(request.headers.get('content-length')) <= mostBytes))
    throw new ApiError(413, 'too-large', 'A login is a few bytes of JSON.')
  const { password } = logInSchema.parse(await readJson(request, mostBytes))
  const address = clientAddress(request.headers)
  const outcome = await gate.logIn(password, address)
  if ('sessionId' in outcome)
    return Response.json(
      { status: 'logged-in' },
      { headers: cookieHeaders(outcome.sessionId, isBehindTls(request.headers, publicUrl)) },
    )
  log(`a login failed, from ${address}: ${outcome.refused === 'wrong' ? 'wrong password' : 'too many tries'}`)
  if (outcome.refused === 'wrong')
    throw new ApiError(
      401,
      'wrong-password',
      'That is not the password. Look for ACCESS_PASSWORD where Diptych is started.',
    )
  throw new ApiError(429, 'too-many-tries', `Too many wrong passwords. Try again in ${outcome.seconds} s.`, {
    'retry-after': String(outcome.seconds),
  })
})

/** Logs out this browser; with `?everywhere` all of them. API tokens stay. */
export const DELETE = apiRoute(async (request, { gate, publicUrl }, _params, caller) => {
  const isEverywhere = new URL(request.url).searchParams.has('everywhere')
  if (isEverywhere && caller.kind === 'visitor')
    throw new ApiError(401, 'not-logged-in', 'Only who is logged in can log out everyone. Log in first.')
  if (isEverywhere) await gate.logOutEverywhere()
  else await gate.logOut(request.headers)
  return Response.json(
    { status: 'logged-out' },
    { headers: cookieHeaders(undefined, isBehindTls(request.headers, publicUrl)) },
  )
})

function cookieHeaders(id: string | undefined, isTls: boolean): HeadersInit {
  return { 'set-cookie': sessionCookie(id, isTls), 'cache-control': 'no-store' }
}
