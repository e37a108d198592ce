/**
 * Whether an item of a grid is a break and nothing else. Stricter than for lines of posts, where "Lunch with elders" may
 * be passed over: what is left out of a grid is missed in the midst of what is told.
 */
export function isBreakAlone(title: string): boolean {
  return breaks.test(title)
}

const breaks =
  /^(?:(?:coffee|tea|lunch|dinner|networking|health|short|comfort)?[\s/-]*(?:break|pause)|lunch(?: break)?|coffee|tea|dinner|breakfast|registration(?: and coffee)?|(?:kaffee|mittags)?-?pause|mittagessen|abendessen|pause(?:[ -](?:café|déjeuner))?|déjeuner|pausa(?: (?:café|almuerzo|para (?:el )?café))?|receso|descanso|coffee[- ]?break|pause[- ]?café|pranzo|almuerzo libre|almuerzo|comida|café|almoço|intervalo|استراحة|перерыв|обед|午餐|茶歇)\W*$/iu
