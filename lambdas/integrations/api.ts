import type * as z from 'zod';
import { apiFunction } from '../shared/api.ts';
import { KernelEnv, readEnv } from '../shared/env.ts';
import { wireKernel } from '../shared/kernel.ts';
import { getIntegrations } from './handlers/get-integrations.ts';
import { integrationRoutes } from './routes.ts';

const Env = KernelEnv;
export type Env = z.input<typeof Env>;

export const handler = apiFunction({
  table: integrationRoutes,
  stories: { listIntegrations: getIntegrations },
  wire: () => wireKernel(readEnv(Env)),
});
