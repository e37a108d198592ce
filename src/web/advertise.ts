import { paths } from './paths.ts'
import type { SaidBelow } from './said-below.ts'
import type { Settings } from './show.ts'

/** With where other sites tell that they link to a page, where that is taken and something may be said below it. */
export function advertise({ webmention, baseUrl }: Settings, said: SaidBelow): SaidBelow {
  return webmention && said.commenting === 'open' ? { ...said, endpoint: baseUrl + paths.webmention() } : said
}

export function linkOf({ endpoint }: SaidBelow): string | undefined {
  return endpoint && `<${endpoint}>; rel="webmention"`
}
