import { expect, test } from 'vitest'
import type { ExportItem, ExportSite } from '../../intake/wordpress/item.ts'
import { picturesOf } from './kept-pictures.ts'

const urlsIn = (content: string) =>
  picturesOf({ content, id: '1' } as ExportItem, { url: 'https://a.example' } as ExportSite, 'a.example').map(
    ({ url }) => url,
  )

test('pictures are found in Markdown and in HTML, with what was asked for behind them', () => {
  expect(
    urlsIn(
      '![One](https://a.example/1.jpg) [![Two](https://a.example/2-300x200.PNG?w=300)](https://a.example/page) <img src="https://a.example/3.webp"> https://a.example/4.gif\nhttps://a.example/5.jpg.html https://b.example/6.jpg [https://a.example/7.avif]',
    ),
  ).toEqual([
    'https://a.example/1.jpg',
    'https://a.example/2.PNG',
    'https://a.example/3.webp',
    'https://a.example/4.gif',
    'https://a.example/7.avif',
  ])
})

test('thousands of addresses without an end take no longer than the text is long', () => {
  const begun = performance.now()
  for (const words of ['http://', 'http://a.jp', 'http://a.jpg?', 'http://a.jpg]'])
    urlsIn(words.repeat(1_000_000 / words.length))
  expect(performance.now() - begun).toBeLessThan(5000)
})
