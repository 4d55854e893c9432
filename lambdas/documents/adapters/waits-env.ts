import * as z from 'zod';
import { KernelEnv } from '../../shared/env.ts';
import { type Kernel, wireKernel } from '../../shared/kernel.ts';
import { type IntakeMachine, intakeMachine } from './intake-machine.ts';

/** Of a consumer that reads documents and ends the waits of their machines. */
export const WaitsEnv = KernelEnv.extend({
  DEAD_LETTER_QUEUE_URL: z.string(),
  INTAKE_MACHINE_ARN: z.string(),
});

export interface WaitsKernel extends Pick<Kernel, 'storage'> {
  machine: Pick<IntakeMachine, 'answer'>;
}

export const wireWaits = (env: z.output<typeof WaitsEnv>): WaitsKernel & { deadLetterQueueUrl: string } => ({
  storage: wireKernel(env).storage,
  machine: intakeMachine(env.INTAKE_MACHINE_ARN),
  deadLetterQueueUrl: env.DEAD_LETTER_QUEUE_URL,
});
