import fc from 'fast-check'
import { expect, test } from 'vitest'
import { makePassword, whyUnusable } from './credential.ts'

test('a made password has 256 bits, is usable and never comes twice', () => {
  const passwords = Array.from({ length: 100 }, makePassword)
  expect(new Set(passwords).size).toBe(100)
  for (const password of passwords) {
    expect(password).toMatch(/^[0-9a-f]{64}$/)
    expect(whyUnusable(password)).toBeUndefined()
  }
})

test('a password is usable exactly where every character of it is one that a URL carries unchanged', () => {
  const unreserved = new Set('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~')
  const character = fc.oneof(
    { weight: 9, arbitrary: fc.constantFrom(...unreserved) },
    fc.constantFrom(...' \n\0\t!*()%@:/?#&+éß日\u{1F600}\uD800'),
  )
  fc.assert(
    fc.property(fc.string({ unit: character }), password => {
      const isUsable = password !== '' && [...password].every(one => unreserved.has(one))
      expect(whyUnusable(password) === undefined).toBe(isUsable)
    }),
  )
})

test('the reason names the place and not the password', () => {
  expect(whyUnusable('hunter2@home')).toContain('character 8')
  expect(whyUnusable('hunter2@home')).not.toMatch(/hunter|@/)
  expect(whyUnusable('hunter2\nhunter2')).not.toContain('hunter')
  expect(whyUnusable('')).toBeDefined()
})
