import { serveScript } from '@/lib/api/serve-script'

/** The pages' scripts for browsers that read Brotli; next.config.ts sends them here. */
export async function GET(_request: Request, { params }: RouteContext<'/scripts/[file]'>): Promise<Response> {
  return serveScript('.next/static/chunks', (await params).file)
}
