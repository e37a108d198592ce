import type { Providers } from '../../domain/provider.ts'
import type { ProviderDoor } from '../../outside/providers/door.ts'
import type { Store } from '../../storage/store.ts'

/** What signing in as a visitor needs of the site. `baseUrl`: where providers send people back to. */
export type VisitorSite = { store: Store; baseUrl: string; providers: Providers; door: ProviderDoor }

/** For how long, in milliseconds, somebody may be on their way, and what they typed waits for them. */
export const wayLasts = 3_600_000
