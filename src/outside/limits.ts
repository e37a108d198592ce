/** How much of anybody's time and memory one read may take. Times in milliseconds, sizes in bytes. */
export type Limits = {
  /** From the first look-up of a name to the last byte, redirects included; waiting for one's turn is not. */
  totalMs: number
  connectMs: number
  /** Until the headers of an answer are complete. */
  headersMs: number
  /** Between two pieces of a body. */
  idleMs: number
  /** Of one body as it comes over the wire, and unpacked. */
  wireBytes: number
  unpackedBytes: number
  headerBytes: number
  redirects: number
}

export const defaultLimits: Limits = {
  totalMs: 30_000,
  connectMs: 10_000,
  headersMs: 15_000,
  idleMs: 10_000,
  wireBytes: 20 * 1024 * 1024,
  unpackedBytes: 50 * 1024 * 1024,
  headerBytes: 64 * 1024,
  redirects: 5,
}
