/** The folded words of a place that tell it from others. */
export function venueOf(words: readonly string[]): string[] {
  return words.filter(word => word.length > 1 && !/\d/.test(word) && !anywhere.has(word))
}

/** Numbers and letters: a floor, a room, a stage. */
export function roomsOf(words: readonly string[]): string[] {
  return words.filter(word => /\d/.test(word) || /^(?:[a-z]|x?[xiv]{2,4})$/.test(word))
}

/** Words that tell no place from another. */
const anywhere = new Set(
  `online zoom hall room centre center venue street st avenue av road building sala salle saal zaal
  the of for and on in at de la le les des du el los las y del der die das am im van het da do`.split(/\s+/),
)
