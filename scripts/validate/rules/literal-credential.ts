import type { Rule } from '../../model/rule.ts'
import { literalCredentials } from '../read/literal-credential.ts'

export const literalCredential = {
  id: 'literal-credential',
  severity: 'error',
  scope: 'resource',
  summary: 'No password, key or token stands in Git as it is.',
  why: 'Whoever reads the repository, now or in its history, owns what the credential opens; RabbitMQ lets its owner run tasks at every site.',
  fix: 'take it out, replace it where it is in use, and let a Secret of secrets.provider give it (npm run secret)',
  alsoCompose: true,
  check: literalCredentials,
} satisfies Rule
