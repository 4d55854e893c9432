import * as z from 'zod';
import { action, type Actions } from '../aws-json.ts';
import type { IssuerEngine } from './engine.ts';
import type { PoolUser } from './users.ts';

const attributes = z.array(z.object({ Name: z.string(), Value: z.string().default('') })).default([]);
const onUser = z.object({ UserPoolId: z.string(), Username: z.string() });

/** The part of `cognito-idp` that administers users. */
export function cognitoActions({ users, pools }: IssuerEngine): Actions {
  const change = (input: z.output<typeof onUser>, what: Parameters<typeof users.change>[2]): void => {
    users.change(pools.find(input.UserPoolId), input.Username, what);
  };
  const get = (input: z.output<typeof onUser>): PoolUser =>
    users.get(pools.find(input.UserPoolId), input.Username);
  return {
    AdminCreateUser: action(onUser.extend({ UserAttributes: attributes }), (input) => {
      const pool = pools.find(input.UserPoolId);
      return {
        User: shown(users.create(pool, input.Username, asRecord(input.UserAttributes)), 'Attributes'),
      };
    }),
    AdminGetUser: action(onUser, (input) => shown(get(input), 'UserAttributes')),
    AdminDisableUser: action(onUser, (input) => change(input, { enabled: false })),
    AdminEnableUser: action(onUser, (input) => change(input, { enabled: true })),
    AdminUpdateUserAttributes: action(onUser.extend({ UserAttributes: attributes }), (input) => {
      change(input, { attributes: { ...get(input).attributes, ...asRecord(input.UserAttributes) } });
    }),
    AdminAddUserToGroup: action(onUser.extend({ GroupName: z.string() }), (input) => {
      change(input, { groups: [...new Set([...get(input).groups, input.GroupName])] });
    }),
    AdminRemoveUserFromGroup: action(onUser.extend({ GroupName: z.string() }), (input) => {
      change(input, { groups: get(input).groups.filter((group) => group !== input.GroupName) });
    }),
    ListUsers: action(z.object({ UserPoolId: z.string() }), ({ UserPoolId }) => ({
      Users: users.list(pools.find(UserPoolId)).map((user) => shown(user, 'Attributes')),
    })),
  };
}

function asRecord(list: z.output<typeof attributes>): Record<string, string> {
  return Object.fromEntries(list.map(({ Name, Value }) => [Name, Value]));
}

function shown(user: PoolUser, field: 'Attributes' | 'UserAttributes'): Record<string, unknown> {
  return {
    Username: user.username,
    Enabled: user.enabled,
    UserStatus: 'CONFIRMED',
    UserCreateDate: user.createdAt / 1000,
    UserLastModifiedDate: user.changedAt / 1000,
    [field]: Object.entries({ sub: user.sub, ...user.attributes }).map(([Name, Value]) => ({ Name, Value })),
  };
}
