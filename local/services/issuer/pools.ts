import * as z from 'zod';
import { AwsError, type ResolvedResource, type Store } from '../service.ts';

/** The two issuers of the local cloud; their names stand in the issuer's URL. */
export const POOLS = ['staff', 'borrowers'] as const;
export type PoolName = (typeof POOLS)[number];

const poolProperties = z.looseObject({
  UserPoolName: z.string().optional(),
  LambdaConfig: z.looseObject({ PreTokenGenerationConfig: z.unknown() }).partial().optional(),
});
const clientProperties = z.looseObject({ UserPoolId: z.string() });

/** Which declared Cognito pools and clients stand for which of the two issuers. */
export class Pools {
  readonly #store: Store;

  constructor(store: Store) {
    this.#store = store;
  }

  /** A pool is told by its name or logical id holding `staff` or `borrower`. Throws on any other pool. */
  provision({ type, properties, ref, logicalId }: ResolvedResource): void {
    if (type === 'AWS::Cognito::UserPool') {
      const { UserPoolName = '', LambdaConfig } = poolProperties.parse(properties);
      const name = poolNamed(`${UserPoolName} ${logicalId} ${ref}`);
      this.#store.put('issuer.pool', ref, name);
      this.#store.put('issuer.trigger', name, LambdaConfig?.PreTokenGenerationConfig !== undefined);
    }
    if (type === 'AWS::Cognito::UserPoolClient') {
      const { UserPoolId } = clientProperties.parse(properties);
      this.#store.put('issuer.client', `${UserPoolId}/${ref}`, ref);
    }
  }

  /** By Cognito pool id, or by our own name. Throws `ResourceNotFoundException`. */
  find(idOrName: string): PoolName {
    const own = POOLS.find((name) => name === idOrName);
    const pool = own ?? this.#store.get<PoolName>('issuer.pool', idOrName);
    if (pool === undefined)
      throw new AwsError('ResourceNotFoundException', `User pool ${idOrName} does not exist.`);
    return pool;
  }

  /** Whether access tokens carry the e-mail address, as a V2 pre-token-generation trigger adds it; the borrowers' always do. */
  addsEmail(pool: PoolName): boolean {
    return pool === 'borrowers' || this.#store.get<boolean>('issuer.trigger', pool) === true;
  }

  /** Client ids declared for the pool; without any, one of our own. */
  clients(pool: PoolName): string[] {
    const ids = this.#store.list<PoolName>('issuer.pool').filter(([, name]) => name === pool);
    const declared = ids.flatMap(([id]) => this.#store.list<string>('issuer.client', { prefix: `${id}/` }));
    return declared.length === 0 ? [`${pool}-local`] : declared.map(([, client]) => client);
  }
}

function poolNamed(text: string): PoolName {
  if (/staff/i.test(text)) return 'staff';
  if (/borrower/i.test(text)) return 'borrowers';
  throw new AwsError('InvalidParameterException', `No local issuer stands for the user pool ${text}`);
}
