import { createHash } from 'node:crypto';
import { apiIdentities } from './identities/api.ts';
import { computeIdentities } from './identities/compute.ts';
import { dataIdentities } from './identities/data.ts';
import { eventIdentities } from './identities/events.ts';
import { identityIdentities } from './identities/identity.ts';
import { operationsIdentities } from './identities/operations.ts';
import { securityIdentities } from './identities/security.ts';
import type { Identity, IdentityInput, IdentityTable } from './identity-table.ts';

const tables: IdentityTable = {
  ...apiIdentities,
  ...computeIdentities,
  ...dataIdentities,
  ...eventIdentities,
  ...identityIdentities,
  ...operationsIdentities,
  ...securityIdentities,
};

/** The identity by the type's own rule; of a type without one, `Ref` is the made-up name and only `Arn` and `Id` are known. */
export function identityOf(type: string, input: IdentityInput): Identity {
  const rule = tables[type];
  if (rule !== undefined) return rule(input);
  const name = input.nameFrom('Name');
  const service = (type.split('::')[1] ?? 'custom').toLowerCase();
  return { ref: name, attributes: { Arn: input.arn(service, name), Id: input.shortId() } };
}

/** As CloudFormation makes up names: `<stack>-<logical id>-<12 characters>`, lower case where the type demands it. */
export function madeUpName(stack: string, logicalId: string): string {
  return `${stack}-${logicalId.slice(0, 24)}-${digest(stack, logicalId).slice(0, 12).toUpperCase()}`;
}

export function digest(...parts: string[]): string {
  return createHash('sha256').update(parts.join('\0')).digest('hex');
}
