import { expect, test } from 'vitest'
import { peopleIn, personName } from './person-name.ts'

test.each([
  ['Smith, Bob', 'Bob Smith'],
  ['Ganapathi,,  Ravindra Babu', 'Ravindra Babu Ganapathi'],
  ['van der Berg, Jan', 'Jan van der Berg'],
  ['Müller, Anna (DE)', 'Anna Müller'],
  ['Ann Lee, PhD', 'Ann Lee, PhD'],
  ['King, Jr.', 'King, Jr.'],
  ['Department of Education, Kenya', 'Department of Education, Kenya'],
  ['Ann Lee', 'Ann Lee'],
])('%s of an address book is said %s', (told, said) => {
  expect(personName(told)).toBe(said)
})

test.each([
  ['Ann Lee, Bob Ray and Cy Fox', ['Ann Lee', 'Bob Ray', 'Cy Fox']],
  ['Ann Lee; Ray, Bob', ['Ann Lee', 'Bob Ray']],
  ["LU, N., Lapalu, A., O'Connell, R. J.", ['N. LU', 'A. Lapalu', "R. J. O'Connell"]],
  ['Creative Commons and Friends', ['Creative Commons and Friends']],
])('%s are as many as they are', (told, people) => {
  expect(peopleIn(told)).toEqual(people)
})
