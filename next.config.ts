import type { NextConfig } from 'next'

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  // heic-decode loads its WebAssembly by file name; undici must stay the one copy whose Agent we configure.
  serverExternalPackages: ['heic-decode', 'undici'],
  outputFileTracingIncludes: { '/*': ['./lib/db/migrations/**'] },
}
export default config
