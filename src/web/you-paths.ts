import { visitorBackPath } from '../domain/address.ts'

/** The addresses of those who take part; `paths` has them with all others. */
export const youPaths = {
  /** Who one is here, and what is known of oneself. @param back where one goes on */
  you: (back?: string) => (back ? `/you?back=${encodeURIComponent(back)}` : '/you'),
  /** Who takes part, for script; it tells only whoever asks of themselves. */
  youWho: () => '/you/who',
  youWith: (way: string) => `/you/with/${way}`,
  youBack: visitorBackPath,
  youByMail: (token: string) => `/you/by-mail/${token}`,
  youByCode: () => '/you/by-mail',
  youName: () => '/you/name',
  youOut: () => '/you/out',
  youSignIns: () => '/you/sign-ins',
  youData: () => '/you/data',
  youRemoval: () => '/you/removal',
  privacy: () => '/privacy',
  deskPrivacy: () => '/desk/privacy',
}
