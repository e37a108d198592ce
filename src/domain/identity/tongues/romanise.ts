/** Cyrillic and Greek letters, so that a name is found in both scripts. */
export function romanised(folded: string): string {
  if (!/[\p{Script=Cyrillic}\p{Script=Greek}]/u.test(folded)) return folded
  return folded
    .normalize('NFD')
    .replace(/[\u0300\u0301\u0308]/g, '')
    .normalize('NFC')
    .replace(/[а-яіїєґўά-ώ]/g, letter => letters[letter] ?? letter)
}

const letters: Record<string, string> = Object.fromEntries(
  'а a б b в v г h ґ g д d е e є ie ж zh з z и y і i ї i й i к k л l м m н n о o п p р r с s т t у u ф f х kh ц ts ч ch ш sh щ shch ъ _ ы y ь _ э e ю iu я ia ў u α a β v γ g δ d ε e ζ z η i θ th ι i κ k λ l μ m ν n ξ x ο o π p ρ r σ s ς s τ t υ y φ f χ ch ψ ps ω o'
    .split(' ')
    .map((each, at, all) => (at % 2 === 0 ? [each, all[at + 1]!.replace('_', '')] : null))
    .filter(pair => pair !== null),
)
