/** The share of words with a capital among those that carry meaning (articles, prepositions and "and" aside). */
export function capitalShare(text: string): number {
  const words = text.split(/[\s/-]+/).filter(word => /\p{L}/u.test(word) && !small.test(word))
  if (words.length === 0) return 0
  return (
    words.filter(word => /^[^\p{L}]*(?:[ld]['’])?[\p{Lu}\p{Lo}]|^\p{Ll}{1,2}\p{Lu}/u.test(word)).length /
    words.length
  )
}

const small =
  /^(?:of|for|and|the|on|in|to|at|with|against|a|an|by|from|de|des|du|la|le|les|et|pour|sur|en|aux?|y|los|las|el|del|para|por|e|da|do|das|dos|di|della|und|für|der|die|das|gegen|van|voor|&|\+|l['’]|d['’])$/iu
