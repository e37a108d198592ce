/** "желтоқсанда", "dekabrda", "դեկտեմբերին": a month in the case of a day, where the ending grows onto the name. */
export function withEndings(names: Record<string, string>): Record<string, string> {
  const endings: Record<string, string[]> = {
    kk: 'ында інде нда нде ы і да де та те ның нің дың дің тың тің'.split(' '),
    uz: ['da', 'ning', 'dan'],
    az: ['da', 'də', 'ın', 'in', 'un'],
    tr: ['ta', 'da', 'te', 'de'],
    hy: ['ին'],
    hu: ['ban', 'ben', 'i'],
  }
  return Object.fromEntries(
    Object.entries(endings).map(([language, ends]) => [
      language,
      (names[language] ?? '')
        .split(' / ')[0]!
        .split(' ')
        .map(month =>
          month
            .split('|')
            .flatMap(name => ends.map(end => name + end))
            .join('|'),
        )
        .join(' '),
    ]),
  )
}
