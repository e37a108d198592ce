/** JSON text; null where there is nothing. */
export type Json = string | null
