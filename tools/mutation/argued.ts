import type { Argued } from './survivors.ts';

const allocation = 'lambdas/shared/money-allocation.ts';
const unit = 'the sign is one or minus one: its product and its quotient are the same';

/** Survivors that no test can kill, since they answer as the code does, each with its reason. */
export const argued: readonly Argued[] = [
  { file: allocation, was: 'whole < 0', becomes: 'whole <= 0', why: 'nothing has no sign' },
  { file: allocation, was: 'BigInt(whole) * sign', becomes: 'BigInt(whole) / sign', why: unit },
  { file: allocation, was: 'part * sign', becomes: 'part / sign', why: unit },
];
