import { describe, expect, it } from 'vitest'
import { pathAfterLogin } from './path-after-login'

describe('the path after the login', () => {
  it.each(['/', '/library', '/runs/1?view=table&x=%2F', '/library?before=1_a'])('is %s as asked', (path) => {
    expect(pathAfterLogin(path)).toBe(path)
  })

  it.each([
    'https://evil.example/',
    '//evil.example',
    '/\\evil.example',
    '/\t/evil.example',
    '/..//evil.example',
    '/x/..//evil.example',
    '\\\\evil.example',
    'javascript:alert(1)',
    'library',
    '',
    '/login?to=/login',
    undefined,
    ['/library'],
  ])('is the start page for %j', (wanted) => {
    expect(pathAfterLogin(wanted)).toBe('/')
  })
})
