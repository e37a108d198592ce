/**
 * Every address that stands in a text, whatever it begins with (`https://…`, `zoommtg://…`): to be replaced. Its
 * beginning is bounded, so that a long word costs no more than its length.
 */
export const toldAddresses = /[a-z][a-z0-9+.-]{1,20}:\/\/\S+/gi
