/**
 * What evidence is expected to weigh before any pair is seen, where the pairs have too few examples to tell: the fit is
 * pulled towards these as it is pulled towards 0 for all else.
 */
export const priors: Record<string, number> = {
  '- two kinds': -3,
  '- within the days': -3,
  '- title says another language': -1.5,
  '- title has another remark': -3,
  '- branches': -2,
  '- other place, no host in common': -1.5,
  '- other people': -1,
  '+ people': 1,
  '+ moved': 1.5,
  '+ uid, same': 5,
  '+ uid, near': 4,
  '+ uid, hour': 4,
  '+ uid, clock': 3,
  '+ uid, dayonly': 3,
  '+ uid, day': 4,
  '+ uid, next': 4,
  '+ uid, week': 3,
  '+ uid, apart': 3,
  '+ summary, others': 3,
  '+ summary, events': 1,
  '- title names another country': -2.5,
  '- same page, title unlike': -2,
  '- titles name towns apart': -2,
  '+ told, in another tongue': 0.8,
}
