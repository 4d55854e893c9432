import { AwsError, type EngineContext } from '../service.ts';

export interface PoolUser {
  pool: string;
  sub: string;
  username: string;
  enabled: boolean;
  attributes: Record<string, string>;
  groups: string[];
  createdAt: number;
  changedAt: number;
}

/** The users of a pool, found by user name, `sub` or e-mail address. */
export class Users {
  readonly #context: EngineContext;

  constructor(context: EngineContext) {
    this.#context = context;
  }

  list(pool: string): PoolUser[] {
    return this.#context.store.list<PoolUser>('issuer.user', { prefix: `${pool}/` }).map(([, user]) => user);
  }

  find(pool: string, name: string): PoolUser | undefined {
    const wanted = name.toLowerCase();
    return this.list(pool).find(({ username, sub, attributes }) =>
      [username, sub, attributes['email']].some((known) => known?.toLowerCase() === wanted),
    );
  }

  /** Throws `UserNotFoundException`. */
  get(pool: string, name: string): PoolUser {
    const user = this.find(pool, name);
    if (user === undefined) throw new AwsError('UserNotFoundException', 'User does not exist.');
    return user;
  }

  /** Throws `UsernameExistsException`. */
  create(
    pool: string,
    username: string,
    attributes: Record<string, string>,
    sub = this.#context.random.uuid(),
  ): PoolUser {
    const taken = this.find(pool, username) ?? (attributes['email'] && this.find(pool, attributes['email']));
    if (taken) throw new AwsError('UsernameExistsException', 'User account already exists');
    const now = this.#context.clock.now();
    const user: PoolUser = {
      pool,
      sub,
      username,
      enabled: true,
      attributes,
      groups: [],
      createdAt: now,
      changedAt: now,
    };
    return this.save(user);
  }

  change(
    pool: string,
    name: string,
    change: Partial<Pick<PoolUser, 'enabled' | 'attributes' | 'groups'>>,
  ): PoolUser {
    return this.save({ ...this.get(pool, name), ...change, changedAt: this.#context.clock.now() });
  }

  save(user: PoolUser): PoolUser {
    this.#context.store.put('issuer.user', `${user.pool}/${user.sub}`, user);
    return user;
  }
}
