/** The call as a command line for a POSIX shell. The key in the address is masked: put yours in its place. */
export function toCurl({ url, request }: { url: string; request: string }): string {
  return [
    'curl --request POST',
    `  ${quote(url)}`,
    `  --header ${quote('Content-Type: text/xml; charset=utf-8')}`,
    `  --data-binary ${quote(request)}`,
  ].join(' \\\n')
}

/** A leading @ would make curl read a file; XML begins with none. */
function quote(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`
}
