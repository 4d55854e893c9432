import { describe, expect, it } from 'vitest';
import { employerKey, sameEmployer } from '../../../../lambdas/income/domain/employer-name.ts';

describe('two names of employers', () => {
  it.each([
    ['Example Mills LLC', 'The Example Mills, L.L.C.'],
    ['EXAMPLE MILLS', 'Example  Mills Inc.'],
    ['Sample & Sons Co.', 'Sample and Sons'],
    ['Café Example', 'Cafe Example Corp'],
    ["Sample's Bakery", 'Sample’s Bakery Ltd'],
  ])('%s and %s are one', (one, other) => expect(sameEmployer(one, other)).toBe(true));

  it.each([
    ['Example Mills', 'Example Mill Works'],
    ['Example Mills East', 'Example Mills West'],
    ['Limited', 'Company'],
  ])('%s and %s are two', (one, other) => expect(sameEmployer(one, other)).toBe(false));

  it('of nothing but forms keep them, so that none is empty', () =>
    expect(employerKey('The Company')).toBe('the company'));
});
