import { expect, test } from 'vitest'
import { organisationsIn, peopleIn } from './names-in.ts'

test.each([
  ['FES, ICMC', ['FES', 'ICMC']],
  ['ILO, UNHCR and Malaria Fund', ['ILO', 'UNHCR', 'Malaria Fund']],
  ['ILO, IOM and UNHCR', ['ILO', 'IOM', 'UNHCR']],
  ['Save the Children & UNICEF', ['Save the Children', 'UNICEF']],
  [
    'Migrant Forum in Asia, Human Rights Watch and Amnesty International',
    ['Migrant Forum in Asia', 'Human Rights Watch', 'Amnesty International'],
  ],
  ['"Ministry of Justice, Peru",OHCHR', ['Ministry of Justice, Peru', 'OHCHR']],
  [
    'Caritas (https://notes.example/Caritas-0b1c), Tafel e.V. (https://notes.example/Tafel-1b1c)',
    ['Caritas', 'Tafel e.V.'],
  ],
])('%s are several', (cell, names) => {
  expect(organisationsIn(cell)).toEqual(names)
})

test.each([
  'Ministry of Justice, Peru',
  'Centre for Migration, Gender and Development',
  'School of Law, Queen Mary University of London',
  'University of Oxford, Refugee Studies Centre',
  'Women, Peace and Security Network',
  'Red Cross and Red Crescent Movement',
  'Johnson & Johnson',
  'Médecins Sans Frontières, Switzerland',
  'Code for Croatia & Gong',
  'AIDS, TB and Malaria Fund',
  'TB, HIV and Malaria Alliance',
  'HIV & TB Coalition',
])('%s is one', cell => {
  expect(organisationsIn(cell)).toEqual([cell])
})

test('people say in brackets, or behind a comma, where they belong', () => {
  expect(peopleIn('Ana Lima (ILO, Geneva), Bob Ray')).toEqual([
    { name: 'Ana Lima', affiliation: 'ILO, Geneva' },
    { name: 'Bob Ray' },
  ])
  expect(peopleIn('Rosa Mendes, Union of Domestic Workers')).toEqual([
    { name: 'Rosa Mendes', affiliation: 'Union of Domestic Workers' },
  ])
  expect(peopleIn('Somsri Chai, Minister')).toEqual([{ name: 'Somsri Chai, Minister' }])
})
