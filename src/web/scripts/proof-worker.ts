import { solveChallenge } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/web/pbkdf2'
import type { Challenge } from 'altcha-lib/types'

// Works a challenge out, beside the page; null where the browser cannot or it takes too long.
self.addEventListener('message', ({ data }: MessageEvent<{ challenge: Challenge }>) => {
  solveChallenge({ challenge: data.challenge, deriveKey, timeout: 30_000 }).then(
    solution => self.postMessage(solution),
    () => self.postMessage(null),
  )
})
