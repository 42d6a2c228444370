/** A regular expression, without what only matters to what it captures: groups and greed. */
export type Expression =
  | { readonly kind: 'character'; readonly accepts: (code: number) => boolean }
  | { readonly kind: 'assertion'; readonly where: Where }
  | { readonly kind: 'sequence'; readonly parts: readonly Expression[] }
  | { readonly kind: 'choice'; readonly parts: readonly Expression[] }
  | { readonly kind: 'repeat'; readonly part: Expression; readonly least: number; readonly most: number }

export type Where = 'text start' | 'text end' | 'line start' | 'line end' | 'word boundary' | 'no word boundary'

/** The flags that change what an expression accepts. */
export interface Flags {
  readonly ignoreCase: boolean
  readonly multiline: boolean
  readonly dotAll: boolean
}

/** Thrown by the parser's functions and caught where it starts: the expression is not one that Go compiles. */
export class SyntaxFault extends Error {}
