/** Whether text is of lines as `daylong export` and `daylong inspect` write them. */
export function isOwn(text: string): boolean {
  return /^\s*\{\s*(?:"file"\s*:\s*"(?:[^"\\]|\\.){0,1000}"\s*,\s*)?"(?:programme|finding|problem)"\s*:\s*\{/.test(
    text,
  )
}
