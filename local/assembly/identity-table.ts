import type { Json } from '../services/service.ts';

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
