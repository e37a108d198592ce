import type { ProviderName } from '../../domain/provider.ts'
import { facebook } from './facebook.ts'
import { github } from './github.ts'
import { google } from './google.ts'
import { mastodon } from './mastodon.ts'
import { orcid } from './orcid.ts'
import type { Provider } from './provider.ts'
import { wordpress } from './wordpress.ts'
import { x } from './x.ts'

export const providers: Record<ProviderName, Provider> = {
  wordpress,
  google,
  facebook,
  x,
  mastodon,
  github,
  orcid,
}
