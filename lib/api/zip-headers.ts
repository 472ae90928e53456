/** Of an answer that is saved as a ZIP archive under this name. */
export function zipHeaders(name: string): Record<string, string> {
  return {
    'content-type': 'application/zip',
    'content-disposition': `attachment; filename="${name}.zip"`,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  }
}
