import { createHash } from 'node:crypto';
import type { Json } from '../services/service.ts';
import { apiIdentities } from './identities/api.ts';
import { computeIdentities } from './identities/compute.ts';
import { dataIdentities } from './identities/data.ts';
import { eventIdentities } from './identities/events.ts';
import { identityIdentities } from './identities/identity.ts';
import { operationsIdentities } from './identities/operations.ts';
import { securityIdentities } from './identities/security.ts';

/** What `Ref` and `Fn::GetAtt` of one resource give. */
export interface Identity {
  ref: string;
  attributes: Record<string, string>;
}

export interface IdentityInput {
  stack: string;
  logicalId: string;
  region: string;
  account: string;
  /** Base of the AWS endpoint, in queue URLs. */
  awsEndpoint: string;
  /** One property, resolved; only what the identity needs is asked for, so that references may run in circles elsewhere. */
  property(name: string): Json | undefined;
  /** The named property, or the name that CloudFormation would make up (here always the same one). */
  nameFrom(property: string): string;
  /** A short lower-case id, always the same for the same resource. */
  shortId(length?: number): string;
  /** `arn:aws:<service>:<region>:<account>:<rest>` */
  arn(service: string, rest: string): string;
}

export type IdentityTable = Readonly<Record<string, (input: IdentityInput) => Identity>>;

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
