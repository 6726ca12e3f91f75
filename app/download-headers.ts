/** Headers of an answer that is saved as a file and never shown or guessed at by the browser. */
export function downloadHeaders(fileName: string, contentType: string): Record<string, string> {
  const safeName = fileName.replaceAll(/[^\w.-]/g, '-')
  return {
    'Content-Type': contentType,
    'Content-Disposition': `attachment; filename="${safeName}"`,
    'X-Content-Type-Options': 'nosniff',
    'Cache-Control': 'no-store',
  }
}
