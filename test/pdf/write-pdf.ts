/** A PDF of these objects, the first of them its catalogue: as small as one can be, or as wrong as one can be. */
export function writePdf(objects: (string | { head: string; stream: Uint8Array })[], trailer = ''): Buffer {
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n')]
  const offsets: number[] = []
  let size = parts[0]!.length
  const add = (part: string | Uint8Array) => {
    const bytes = Buffer.from(part)
    parts.push(bytes)
    size += bytes.length
  }
  for (const [at, object] of objects.entries()) {
    offsets.push(size)
    add(`${at + 1} 0 obj\n`)
    if (typeof object === 'string') add(object)
    else {
      add(`<< ${object.head} /Length ${object.stream.length} >>\nstream\n`)
      add(object.stream)
      add('\nendstream')
    }
    add('\nendobj\n')
  }
  const xref = size
  const rows = offsets.map(offset => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  add(`xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}`)
  add(`trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${xref}\n%%EOF\n`)
  return Buffer.concat(parts)
}

/** One page with these lines, from the top. */
export function pageOf(
  lines: string[],
  stream: Uint8Array = Buffer.from(drawn(lines)),
  head = '',
): Parameters<typeof writePdf>[0] {
  return [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    { head, stream },
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ]
}

function drawn(lines: string[]): string {
  return `BT /F1 12 Tf 14 TL 50 780 Td\n${lines.map(line => `(${line.replace(/[()\\]/g, '\\$&')}) Tj T*`).join('\n')}\nET`
}
