import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { settled, type Verification } from '../../../../lambdas/income/domain/verification.ts';
import { cents } from '../../../../lambdas/shared/money.ts';
import type { DocumentFacts } from '../../../../lambdas/shared/views/document-facts.v1.ts';
import { averyStub, document } from '../income-fixture.ts';
import { at, order, period, weigh, withRecord } from '../weighing-fixture.ts';

const years = (name: 'overtimeCents' | 'bonusCents', ...amounts: number[]) =>
  amounts.map((amount, index) => ({ year: 2025 - index, [name]: cents(amount) }));

describe('base pay of a stub', () => {
  it.each<[string, Record<string, number | string>, number | undefined]>([
    ['the regular row', { regularCurrent: 320_000 }, 693_333],
    ['the gross, where the stub prints nothing else', { currentGross: 320_000 }, 693_333],
    [
      'the gross, where regular pay and paid leave make it up',
      { regularCurrent: 288_000, holidayCurrent: 32_000, currentGross: 320_000 },
      693_333,
    ],
    [
      'the regular row beside overtime',
      { regularCurrent: 320_000, overtimeCurrent: 60_000, currentGross: 380_000 },
      693_333,
    ],
    [
      'the regular row beside a row that nobody knows',
      { regularCurrent: 320_000, currentGross: 340_000 },
      693_333,
    ],
    [
      'nothing, where only overtime and a gross are read',
      { overtimeCurrent: 60_000, currentGross: 380_000 },
      undefined,
    ],
    ['nothing, where leave alone is read', { vacationCurrent: 10_000, currentGross: 330_000 }, undefined],
  ])('is %s', (_, values, expected) => {
    expect(weigh([document('pay-stub', { ...period, ...values })], [], 0).monthlyAmountCents).toBe(expected);
  });

  it('is not worked out of a period whose length fits two frequencies, or of no stub', () => {
    const february = document('pay-stub', {
      periodStart: '2028-02-16',
      periodEnd: '2028-02-29',
      regularCurrent: 1,
    });
    expect(weigh([february], []).outcome).toBe('INCOMPLETE');
    expect(weigh([document('w2', { box1: 8_320_000 })], [])).toMatchObject({
      outcome: 'INCOMPLETE',
      worksheet: [],
    });
  });

  it('comes from the stub of the latest period, and of two for one period from the one accepted later', () => {
    const older = {
      ...document('pay-stub', { periodStart: '2026-10-11', periodEnd: '2026-10-24', regularCurrent: 1 }),
      acceptedAt: '2026-11-21T00:00:00.000Z',
    };
    const corrected = {
      ...document('pay-stub', { ...period, regularCurrent: 300_000 }),
      acceptedAt: '2026-11-21T00:00:00.000Z',
    };
    expect(weigh([older, averyStub], []).monthlyAmountCents).toBe(693_333);
    expect(weigh([averyStub, corrected], []).monthlyAmountCents).toBe(650_000);
  });
});

describe('overtime and bonus', () => {
  const stub = document('pay-stub', { ...period, regularCurrent: 320_000, overtimeYtd: 1_023_333 });

  it('count by the history that the employer’s record gives', () => {
    const history = withRecord({ earnings: years('overtimeCents', 1_200_000, 1_200_000) });
    // (10,233.33 + 12,000 + 12,000) over 10 7/30 + 24 months
    expect(weigh([stub], [history], 793_333)).toMatchObject({
      outcome: 'AGREES',
      monthlyAmountCents: 793_333,
    });
  });

  it('count by the last stub of a year that the record leaves blank, and by no earlier one of it', () => {
    const lastStub = (periodEnd: string, overtimeYtd: number) => ({
      ...document('pay-stub', { periodStart: '2025-12-01', periodEnd, regularCurrent: 1, overtimeYtd }),
      documentId: 'doc_01JD0000000000000000000077' as const,
    });
    const blank = withRecord({ earnings: [{ year: 2025, baseCents: cents(8_320_000) }] });
    // (10,233.33 + 12,000) over 10 7/30 + 12 months
    expect(weigh([stub, lastStub('2025-12-27', 1_200_000)], [blank], 793_333)).toMatchObject({
      outcome: 'AGREES',
      monthlyAmountCents: 793_333,
    });
    expect(weigh([stub, lastStub('2025-12-13', 1_200_000)], [blank]).monthlyAmountCents).toBe(693_333);
  });

  it('are left out without history, and are named as missing', () => {
    const { monthlyAmountCents, missing } = weigh([stub]);
    expect(monthlyAmountCents).toBe(693_333);
    expect(missing.map(({ field }) => field)).toContain('sources.1.priorYears');
  });

  it('in decline are left out until an underwriter finds otherwise', () => {
    const history = withRecord({ earnings: years('overtimeCents', 2_400_000, 2_400_000) });
    const { monthlyAmountCents, missing } = weigh([stub], [history]);
    expect(monthlyAmountCents).toBe(693_333);
    expect(missing.map(({ field }) => field)).toContain('sources.1.declineHasStabilized');
  });

  it('are no income of a wage earner whose base pay cannot be worked out', () => {
    const bare = document('pay-stub', { ...period, overtimeYtd: 1_023_333 });
    const history = withRecord({ earnings: years('overtimeCents', 1_200_000, 1_200_000) });
    expect(weigh([bare], [history])).toMatchObject({ outcome: 'INCOMPLETE' });
  });
});

describe('the wages of earlier years', () => {
  const w2 = (year: string, values: Record<string, number>, acceptedAt = '2026-11-20T15:00:00.000Z') => ({
    ...document('w2', { year, ...values }),
    documentId: `doc_01JD00000000000000000000${year.slice(2)}` as const,
    acceptedAt,
  });
  const lines = (documents: readonly DocumentFacts[]) =>
    weigh(documents).worksheet.filter(({ rule }) => rule.startsWith('base.prior-year'));

  it('stand in the worksheet, by box 5 or else box 1, each with its place, and change no figure', () => {
    const found = lines([
      averyStub,
      w2('2025', { box1: 1, box5: 8_300_000 }),
      w2('2024', { box1: 8_000_000 }),
    ]);
    expect(found.map(({ rule, amountCents }) => [rule, amountCents])).toEqual([
      ['base.prior-year.2024', 666_667],
      ['base.prior-year.2025', 691_667],
    ]);
    expect(found.flatMap(({ inputs }) => inputs.map(({ evidence }) => evidence?.field))).toContain('box5');
    expect(weigh([averyStub, w2('2025', { box5: 8_300_000 })])).toMatchObject({
      outcome: 'AGREES',
      monthlyAmountCents: 693_333,
    });
  });

  it('that fall short of the pay are told to the underwriter', () => {
    const codes = weigh([averyStub, w2('2025', { box5: 4_000_000 })]).cautions.map(({ code }) => code);
    expect(codes).toContain('PriorYearBelowBase');
  });

  it('are those of the form that was accepted last, and of the two years before alone', () => {
    const corrected = w2('2025', { box5: 8_300_000 }, '2026-11-21T15:00:00.000Z');
    const found = lines([averyStub, w2('2025', { box5: 1 }), corrected, w2('2023', { box5: 1 })]);
    expect(found.map(({ amountCents }) => amountCents)).toEqual([691_667]);
  });
});

describe('the outcome', () => {
  const frozen = settled(order, { kind: 'frozen' }, at);

  it.each<[string, readonly Verification[], number, string]>([
    ['waits for the employer', [order], 693_333, 'AWAITING_EMPLOYER'],
    ['agrees', [withRecord()], 693_333, 'AGREES'],
    ['disagrees with what was stated', [withRecord()], 900_000, 'DISAGREES'],
    ['has no employer’s record', [frozen], 693_333, 'NO_EMPLOYER_RECORD'],
    ['disagrees with what was stated, record or not', [frozen], 900_000, 'DISAGREES'],
    ['goes by the newest answer', [withRecord(), frozen], 693_333, 'AGREES'],
    ['keeps the answer it has while a new order is under way', [order, withRecord()], 693_333, 'AGREES'],
  ])('%s', (_, verifications, stated, outcome) => {
    expect(weigh([averyStub], verifications, stated).outcome).toBe(outcome);
  });

  it('is the same for equal inputs, and its hash too', () => {
    expect(weigh([averyStub])).toEqual(weigh([structuredClone(averyStub)]));
    expect(weigh([averyStub]).inputsHash).not.toBe(weigh([averyStub], [frozen]).inputsHash);
  });

  it('never turns an absent answer into agreement or disagreement', () => {
    const silent = fc.constantFrom(
      order,
      frozen,
      settled(order, { kind: 'not-found' }, at),
      settled(order, { kind: 'closed', reasonCode: 'NoAnswerInTime' }, at),
      { ...order, unanswered: { since: at, reasonCode: 'ProviderUnreachable' } },
    );
    fc.assert(
      fc.property(silent, fc.integer({ min: 1, max: 10_000_000 }), (verification, regularCurrent) => {
        const stub = document('pay-stub', { ...period, regularCurrent });
        const { monthlyAmountCents = 0 } = weigh([stub], [verification]);
        const { outcome } = weigh([stub], [verification], monthlyAmountCents);
        expect(['AWAITING_EMPLOYER', 'NO_EMPLOYER_RECORD']).toContain(outcome);
      }),
    );
  });

  it('cites a place for every input that came from outside', () => {
    for (const line of weigh([averyStub]).worksheet)
      for (const input of line.inputs) expect(input.evidence, `${line.rule} ${input.name}`).toBeDefined();
  });
});
