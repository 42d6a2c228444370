import type { Provenance, TextPlace } from './position.ts'

/**
 * A YAML tree with a place for every node. Nodes are immutable and shared: a transformer builds new nodes along the
 * path that it changes and keeps all others, so that a base parsed once serves every overlay.
 */
export type Node = ScalarNode | MapNode | SeqNode

/** What go-yaml v3 resolves a scalar to. */
export type Tag = 'str' | 'int' | 'float' | 'bool' | 'null' | 'timestamp'

export type Style = 'quoted' | 'literal' | 'folded'

export interface ScalarNode {
  readonly kind: 'scalar'
  readonly tag: Tag
  /** The value as text: unquoted and unescaped for strings, as written in the source for all others. */
  readonly text: string
  /**
   * How the source writes it; absent for a plain scalar. Never printed, but kustomize keeps the style of a field when
   * it sets a new value, and a value of any type in a styled field becomes a string.
   */
  readonly style?: Style
  /** Whether later values of this field hold for all places in the resource that have this very node. */
  readonly shared?: true
  /**
   * Whether kustomize set it without a type: its tag is what its text resolves to, and follows new texts; with a style
   * it is a string as long as it has that.
   */
  readonly untagged?: true
  /** The type that the value of a styled field had where it comes from. It is a string, but other texts must fit that. */
  readonly typed?: Tag
  readonly at: Provenance
  /**
   * The place of `text`, when each line of it stands on a source line of its own: a block literal, what follows `key=`
   * in one, or a whole file that a generator read.
   */
  readonly content?: TextPlace
}

export interface MapEntry {
  readonly key: Provenance
  /**
   * What the key is resolved to, where that is no string: such a key can meet a string key of the same text in a merge,
   * but it cannot be printed.
   */
  readonly keyTag?: Tag
  readonly value: Node
}

export interface MapNode {
  readonly kind: 'map'
  /** Whether the source writes it in braces. Only empty values show it: in flow style they come out as empty strings. */
  readonly flow?: true
  /** In the order of the source. */
  readonly entries: ReadonlyMap<string, MapEntry>
  /**
   * The last entries of keys that the source has more than once, where the first ones count: a strategic merge takes
   * those, and a map that still has two of a key at the end cannot be printed.
   */
  readonly repeated?: ReadonlyMap<string, MapEntry>
  readonly at: Provenance
}

export interface SeqNode {
  readonly kind: 'seq'
  /** As of a {@link MapNode}. */
  readonly flow?: true
  readonly items: readonly Node[]
  readonly at: Provenance
}
