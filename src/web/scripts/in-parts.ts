/** So long, in milliseconds, one part may take: on a phone it is four times that, and nobody notices. */
const partMs = 3

/**
 * Works through something in parts, later, so that whoever acts meanwhile is answered at once. Each `yield` may be the
 * end of a part.
 */
export function inParts(steps: Iterator<unknown>, done: () => void = () => {}): void {
  atLeisure(() => {
    const until = performance.now() + partMs
    do if (steps.next().done) return done()
    while (performance.now() < until)
    inParts(steps, done)
  })
}

/** When the browser has drawn and has nothing else to do; not every browser tells when that is. */
export function atLeisure(then: () => void): void {
  if ('requestIdleCallback' in globalThis) requestIdleCallback(then, { timeout: 200 })
  else setTimeout(then)
}
