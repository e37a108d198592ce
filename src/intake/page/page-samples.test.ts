import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { sampleFiles } from '../../../test/samples.ts'
import { readPage } from './read-page.ts'

const files = sampleFiles(['pages'], /\.html$|^oembed/)

test.skipIf(!files.length)('each sample gives findings or says why not, in time', { timeout: 60_000 }, () => {
  for (const file of files) {
    const began = process.cpuUsage()
    const lines = [...readPage(readFileSync(file), {})]
    expect(lines.length, file).toBeGreaterThan(0)
    for (const line of lines) {
      if (!('finding' in line)) continue
      expect(line.finding.title.trim(), file).not.toBe('')
      const told = Object.keys(line.finding).filter(
        field => !/^(?:kind|from|told|doubts|allDay|time)$/.test(field),
      )
      expect(
        told.filter(field => !line.finding.from?.[field]),
        `${file}: fields without provenance`,
      ).toEqual([])
    }
    expect(process.cpuUsage(began).user / 1e6, file).toBeLessThan(2)
  }
})
