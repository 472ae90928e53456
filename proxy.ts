import { NextResponse, type NextRequest } from 'next/server'
import { refuseForeign } from '@/lib/api/refuse-foreign'

/** Pages, server actions and pictures pass here first; the API's routes ask the same question themselves. */
export function proxy(request: NextRequest): NextResponse | Response {
  return refuseForeign(request) ?? NextResponse.next()
}

/**
 * Not Next's own static files, which hold nothing of the person's. And not the API (`apiRoute` guards it): Next keeps
 * the body of whatever passes here in memory and cuts it off after 10 MB, and an upload may be larger.
 */
export const config = { matcher: '/((?!_next/static|api/|v1/).*)' }
