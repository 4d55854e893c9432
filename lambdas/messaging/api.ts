import type * as z from 'zod';
import { apiFunction } from '../shared/api.ts';
import { KernelEnv, readEnv } from '../shared/env.ts';
import { wireKernel } from '../shared/kernel.ts';
import { getMessages } from './handlers/get-messages.ts';
import { messagingRoutes } from './routes.ts';

const Env = KernelEnv;
export type Env = z.input<typeof Env>;

export const handler = apiFunction({
  table: messagingRoutes,
  stories: { listMessages: getMessages },
  wire: () => wireKernel(readEnv(Env)),
});
