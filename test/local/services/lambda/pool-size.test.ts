import { expect, it } from 'vitest';
import { mostOfOneFunction, poolSize } from '../../../../local/services/lambda/pool-size.ts';

it.each([
  [2, 8],
  [4, 8],
  [8, 16],
  [16, 24],
  [64, 24],
])('a machine with %d GiB keeps %d workers', (gibibytes, workers) => {
  expect(poolSize(gibibytes * 2 ** 30)).toBe(workers);
});

it.each([
  [1, 4],
  [2, 4],
  [8, 16],
])('%d cores run at most %d processes of one function', (cores, processes) => {
  expect(mostOfOneFunction(cores)).toBe(processes);
});
