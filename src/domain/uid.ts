/** Numbers such as `1234` mean something in their own file only. */
export function isGlobal(uid: string): boolean {
  return uid.length >= 20 || uid.includes('@')
}
