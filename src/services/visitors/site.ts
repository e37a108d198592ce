import type { Providers } from '../../domain/provider.ts'
import type { ProviderDoor } from '../../outside/providers/door.ts'
import type { Store } from '../../storage/store.ts'

/** What signing in as a visitor needs of the site. `baseUrl`: where providers send people back to. */
export type VisitorSite = {
  store: Store
  baseUrl: string
  providers: Providers
  door: ProviderDoor
  /** Whether pictures that providers tell of are copied here. */
  hasFaces: boolean
}

/** For how long, in milliseconds, somebody may be on their way. */
export const wayLasts = 3_600_000

/** For how long what they typed waits for them: longer, since a mail may be late, and a way over. */
export const draftLasts = 86_400_000
