import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findSyntaxProblem } from './nginx-syntax.ts'

const good = `# a comment; with { signs }
events { worker_connections 4096; }
http {
  log_format main '$remote_addr "$request" ; {';
  map $http_upgrade $connection { default upgrade; '' close; }
  server {
    listen 80;
    location ~ ^/(a|b){2}$ { return 403; } # nginx would want quotes here
  }
}
`

describe('the syntax of nginx', () => {
  it('has comments, quoted texts and blocks', () => {
    expect(findSyntaxProblem('events { }\nserver { return 200 "a;\\"}"; set $a ${B}; }')).toBeUndefined()
  })

  it.each([
    ['a directive without an end', 'http {\n  listen 80\n}\n', 3, 1],
    ['a block that is not closed', 'http {\n  server {\n    listen 80;\n  }\n', 1, 1],
    ['a brace too many', 'events { }\n}\n', 2, 1],
    ['a quote that is not closed', 'log_format main "abc;\n', 1, 17],
    ['a block of nothing', 'http {\n  { listen 80; }\n}', 2, 3],
    ['an end of nothing', 'listen 80;;', 1, 11],
    ['a directive at the end of the file', 'events { }\nuser nginx', 2, 1],
  ])('is broken by %s', (_what, text, line, column) => {
    expect(findSyntaxProblem(text)?.inText).toEqual({ line, column })
  })

  it('takes { in a pattern without quotes for a block, as nginx does', () => {
    expect(findSyntaxProblem(good)?.inText.line).toBe(8)
  })

  it('is judged for any text, at a place in it', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a', ' ', '\n', ';', '{', '}', '"', "'", '\\', '$', '#', '${X}')), parts => {
        const text = parts.join('')
        const place = findSyntaxProblem(text)?.inText
        const line = place && text.split('\n')[place.line - 1]
        expect(place === undefined || (line !== undefined && place.column <= line.length + 1)).toBe(true)
      }),
    )
  })
})
