import { describe, expect, it } from 'vitest';
import { decideFile } from '../../../../lambdas/documents/domain/decide-file.ts';
import type { ReadPart } from '../../../../lambdas/documents/domain/stored-reading.ts';

const part = (outcome: ReadPart['outcome'], code = 'unreadable'): ReadPart => ({
  type: 'pay-stub',
  pages: [1],
  meanConfidence: 100,
  engine: 'text-layer',
  fields: [],
  absent: [],
  findings: [],
  lookAt: [],
  outcome,
  ...(outcome === 'ask-borrower' ? { ask: { code, reason: `because ${code}` } } : {}),
});

describe('the verdict on a file', () => {
  it.each<[string, ReadPart[], unknown]>([
    ['accepts when every part is accepted', [part('accepted'), part('accepted')], { outcome: 'ACCEPT' }],
    [
      'returns what is unreadable',
      [part('ask-borrower')],
      { outcome: 'RETURN', reason: { code: 'Unreadable', text: 'because unreadable' } },
    ],
    [
      'returns with the first reason when every part is to be asked for again',
      [part('ask-borrower', 'pay-stub.too-old'), part('ask-borrower')],
      { outcome: 'RETURN', reason: { code: 'TooOld', text: 'because pay-stub.too-old' } },
    ],
    [
      'says too old of a licence that has expired',
      [part('ask-borrower', 'driver-licence.expired')],
      { outcome: 'RETURN', reason: { code: 'TooOld', text: 'because driver-licence.expired' } },
    ],
    ['leaves a mixed package to a person', [part('accepted'), part('ask-borrower')], { outcome: 'REVIEW' }],
    [
      'leaves what a person must see to a person',
      [part('accepted'), part('person-reviews')],
      { outcome: 'REVIEW' },
    ],
    ['leaves a file of nothing to a person', [], { outcome: 'REVIEW' }],
  ])('%s', (_title, parts, expected) => {
    expect(decideFile(parts)).toEqual(expected);
  });

  it('knows no package of too many documents', () => {
    expect(decideFile(Array.from({ length: 300 }, () => part('accepted')))).toEqual({ outcome: 'ACCEPT' });
  });
});
