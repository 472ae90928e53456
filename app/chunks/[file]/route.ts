import { serveChunk } from '@/lib/api/serve-chunk'

/** The pages' scripts and styles for browsers that read Brotli; next.config.ts sends them here. */
export async function GET(_request: Request, { params }: RouteContext<'/chunks/[file]'>): Promise<Response> {
  return serveChunk('.next/static/chunks', (await params).file)
}
