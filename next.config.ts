import type { NextConfig } from 'next'

/** Browsers ask for Brotli on HTTPS and on loopback; Next itself knows gzip only. `serveChunk` has the files. */
const brotliChunks = {
  source: '/_next/static/chunks/:file([^/]+\\.(?:js|css))',
  has: [{ type: 'header' as const, key: 'accept-encoding', value: '.*\\bbr\\b.*' }],
}
const isProduction = process.env.NODE_ENV === 'production'

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  // `npm test` checks types, tests included; a start must not wait for that a second time.
  typescript: { ignoreBuildErrors: true },
  experimental: {
    // Few larger scripts: they compress better together, and each request costs the first paint a little.
    turbopackChunking: { requestCost: 3_000_000, minChunkSize: 500_000 },
  },
  // heic-decode and onnxruntime load their WebAssembly by file name; undici must stay the one copy whose Agent we configure.
  serverExternalPackages: ['heic-decode', 'undici', 'onnxruntime-web'],
  rewrites: async () => ({
    beforeFiles: isProduction ? [{ ...brotliChunks, destination: '/chunks/:file' }] : [],
  }),
  // Said here, because Next drops a route's own Content-Encoding.
  headers: async () =>
    isProduction ? [{ ...brotliChunks, headers: [{ key: 'content-encoding', value: 'br' }] }] : [],
  outputFileTracingIncludes: { '/*': ['./lib/db/migrations/**'] },
}
export default config
