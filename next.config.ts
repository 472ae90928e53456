import type { NextConfig } from 'next'

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  // `npm test` checks types, tests included; a start must not wait for that a second time.
  typescript: { ignoreBuildErrors: true },
  // One round trip less before the first paint; measured by npm run bench.
  experimental: {
    inlineCss: true,
    // Few larger scripts: they compress better together, and each request costs the first paint a little.
    turbopackChunking: { requestCost: 3_000_000, minChunkSize: 500_000 },
  },
  // heic-decode loads its WebAssembly by file name; undici must stay the one copy whose Agent we configure.
  serverExternalPackages: ['heic-decode', 'undici'],
  outputFileTracingIncludes: { '/*': ['./lib/db/migrations/**'] },
}
export default config
