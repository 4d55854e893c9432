import { route, type RouteTable } from '../shared/route.ts';
import { Me, PutUser, User, UserParams } from './contracts.ts';

export const identityRoutes = {
  capability: 'identity',
  prefixes: ['/v1/users', '/v1/me'],
  routes: [
    route({
      operationId: 'putUser',
      method: 'PUT',
      path: '/v1/users/{userId}',
      summary: 'Creates a staff user, or changes one (If-Match)',
      permission: 'user:write',
      authorization: 'role',
      params: UserParams,
      body: PutUser,
      replies: {
        200: { description: 'changed', schema: User },
        201: { description: 'created', schema: User },
      },
    }),
    route({
      operationId: 'getUser',
      method: 'GET',
      path: '/v1/users/{userId}',
      summary: 'A staff user',
      permission: 'user:read',
      authorization: 'role',
      params: UserParams,
      replies: { 200: { description: 'the user', schema: User } },
    }),
    route({
      operationId: 'getMe',
      method: 'GET',
      path: '/v1/me',
      summary: 'Who the caller is, as the platform sees it',
      permission: 'self:read',
      authorization: 'role',
      replies: { 200: { description: 'the caller', schema: Me } },
    }),
  ],
} as const satisfies RouteTable;
