import { describe, expect, it } from 'vitest';
import { mayCloseNeed } from '../../../../lambdas/loans/domain/need-closing.ts';
import { needKinds } from '../../../../lambdas/shared/needs.ts';
import { roles } from '../../../../lambdas/shared/actor.ts';

const who = (kind: (typeof needKinds)[number], outcome: 'SATISFIED' | 'WAIVED') =>
  roles.filter((role) => mayCloseNeed(role, kind, outcome));

describe('closing a need by hand', () => {
  it.each(['income-verification', 'underwriting-decision'] as const)('%s is for an underwriter', (kind) => {
    expect([who(kind, 'SATISFIED'), who(kind, 'WAIVED')]).toEqual([['underwriter'], ['underwriter']]);
  });

  it.each(needKinds.filter((kind) => !/income|decision/.test(kind)))(
    '%s is settled by who works on the file, and waived by who may make an exception',
    (kind) => {
      expect(who(kind, 'SATISFIED')).toEqual(['processor', 'underwriter', 'manager']);
      expect(who(kind, 'WAIVED')).toEqual(['underwriter', 'manager']);
    },
  );
});
