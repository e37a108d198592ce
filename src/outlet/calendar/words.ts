import type english from '../../../locales/en.json'

/** A message of the catalogues in `locales/`. */
export type Key = keyof typeof english
