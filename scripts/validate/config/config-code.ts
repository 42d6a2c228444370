/** What can be wrong with a FogFlow config: the codes of these findings. */
export const configCodes = [
  'config-syntax',
  'config-duplicate-key',
  'config-required-key',
  'config-unknown-key',
  'config-wrong-type',
  'config-invalid-value',
  'config-dead-key',
] as const

export type ConfigCode = (typeof configCodes)[number]
