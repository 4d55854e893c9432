import { createHmac } from 'node:crypto';
import { AwsError, type EngineContext, type ResolvedResource } from '../service.ts';
import { claimsIn, encoded, signedToken, type Claims } from './jwt.ts';
import { poolKey, type PoolKey } from './pool-key.ts';
import { POOLS, Pools, type PoolName } from './pools.ts';
import type { ForgeKind, TokenRequest } from './token-request.ts';
import { Users, type PoolUser } from './users.ts';

/** Two token issuers that stand for the Cognito pools. */
export class IssuerEngine {
  readonly users: Users;
  readonly pools: Pools;
  readonly #context: EngineContext;
  readonly #baseUrl: string;
  readonly #clientId: ((pool: PoolName) => string) | undefined;
  readonly #keys = new Map<PoolName, PoolKey>();

  /** `baseUrl` such as `http://127.0.0.1:4571/_local/issuer`; `clientId` for tokens that ask for none, else the pool's first. */
  constructor(context: EngineContext, baseUrl: string, clientId?: (pool: PoolName) => string) {
    this.#clientId = clientId;
    this.#context = context;
    this.#baseUrl = baseUrl;
    this.users = new Users(context);
    this.pools = new Pools(context.store);
  }

  provision(resource: ResolvedResource): void {
    this.pools.provision(resource);
  }

  issuer(pool: PoolName): string {
    return `${this.#baseUrl}/${pool}`;
  }

  key(pool: PoolName): PoolKey {
    const key = this.#keys.get(pool) ?? poolKey(this.#context.store, pool, () => this.#context.random.uuid());
    this.#keys.set(pool, key);
    return key;
  }

  /** A token for this person; who is not known yet signs up by it. Throws `NotAuthorizedException` for a disabled user. */
  mint(pool: PoolName, request: TokenRequest): { token: string; sub: string } {
    const claims = this.#claims(pool, this.#signIn(pool, request), request);
    return { token: signedToken(this.key(pool), claims), sub: String(claims['sub']) };
  }

  /** A token that a right verifier refuses. */
  forge(pool: PoolName, kind: ForgeKind, request: TokenRequest): { token: string; sub: string } {
    const claims = this.#claims(pool, this.#signIn(pool, request), request);
    return { token: this.#forged(pool, kind, claims), sub: String(claims['sub']) };
  }

  #forged(pool: PoolName, kind: ForgeKind, claims: Claims): string {
    const key = this.key(pool);
    const now = Math.floor(this.#context.clock.now() / 1000);
    const other = POOLS.find((name) => name !== pool)!;
    switch (kind) {
      case 'wrong-pool':
        return signedToken(this.key(other), { ...claims, iss: this.issuer(other) });
      case 'expired':
        return signedToken(key, { ...claims, iat: now - 7200, auth_time: now - 7200, exp: now - 3600 });
      case 'not-yet-valid':
        return signedToken(key, { ...claims, nbf: now + 3600, iat: now + 3600, exp: now + 7200 });
      case 'tampered': {
        const [head, body, signature] = signedToken(key, claims).split('.');
        const changed = encoded({
          ...claimsIn(`${head}.${body}`),
          sub: this.#context.random.uuid(),
          'cognito:groups': ['manager'],
        });
        return `${head}.${changed}.${signature}`;
      }
      case 'unsigned':
        return `${encoded({ alg: 'none', kid: key.kid })}.${encoded(claims)}.`;
      case 'unknown-key':
        return signedToken({ ...this.key(other), kid: this.#context.random.uuid() }, claims);
      case 'public-key-as-secret': {
        const unsigned = `${encoded({ alg: 'HS256', kid: key.kid })}.${encoded(claims)}`;
        const secret = key.publicKey.export({ type: 'spki', format: 'pem' });
        return `${unsigned}.${createHmac('sha256', secret).update(unsigned).digest('base64url')}`;
      }
      case 'wrong-client':
        return signedToken(key, {
          ...claims,
          ...('aud' in claims ? { aud: 'another-client' } : { client_id: 'another-client' }),
        });
      case 'wrong-use':
        return signedToken(key, {
          ...claims,
          token_use: claims['token_use'] === 'access' ? 'refresh' : 'access',
        });
    }
  }

  #signIn(pool: PoolName, request: TokenRequest): PoolUser {
    const attributes = { email: request.email, email_verified: String(request.emailVerified) };
    const known = this.users.find(pool, request.sub ?? request.email);
    if (known === undefined) {
      const sub = request.sub ?? this.#context.random.uuid();
      const user = this.users.create(pool, sub, attributes, sub);
      return request.groups === undefined ? user : this.users.change(pool, sub, { groups: request.groups });
    }
    if (!known.enabled) throw new AwsError('NotAuthorizedException', 'User is disabled.');
    return {
      ...known,
      attributes: { ...known.attributes, ...attributes },
      groups: request.groups ?? known.groups,
    };
  }

  /** The claims of https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-tokens-with-identity-providers.html. */
  #claims(pool: PoolName, user: PoolUser, request: TokenRequest): Claims {
    const { random, clock } = this.#context;
    const now = Math.floor(clock.now() / 1000);
    const clientId = request.clientId ?? this.#clientId?.(pool) ?? this.pools.clients(pool)[0]!;
    const common: Claims = {
      sub: user.sub,
      iss: this.issuer(pool),
      token_use: request.tokenUse,
      origin_jti: random.uuid(),
      jti: random.uuid(),
      event_id: random.uuid(),
      auth_time: now,
      iat: now,
      exp: now + request.expiresInSeconds,
      ...(user.groups.length > 0 && { 'cognito:groups': user.groups }),
    };
    const email = { email: request.email, email_verified: request.emailVerified };
    if (request.tokenUse === 'id')
      return { ...common, aud: clientId, 'cognito:username': user.username, ...email };
    const access = {
      ...common,
      client_id: clientId,
      username: user.username,
      scope: request.scope,
      version: 2,
    };
    return this.pools.addsEmail(pool) ? { ...access, ...email } : access;
  }
}
