import type * as z from 'zod';
import { apiFunction } from '../shared/api.ts';
import { KernelEnv, readEnv } from '../shared/env.ts';
import { wireKernel } from '../shared/kernel.ts';
import { getMe } from './handlers/get-me.ts';
import { getUser } from './handlers/get-user.ts';
import { putUser } from './handlers/put-user.ts';
import { identityRoutes } from './routes.ts';

const Env = KernelEnv;
export type Env = z.input<typeof Env>;

export const handler = apiFunction({
  table: identityRoutes,
  stories: { putUser, getUser, getMe },
  wire: () => wireKernel(readEnv(Env)),
});
