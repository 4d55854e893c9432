import { describe, expect, it } from 'vitest';
import { calendarDate as day } from '../../../../lambdas/shared/calendar.ts';
import { judgeWaiver } from '../../../../lambdas/rules/trid/waiver.ts';

const good = {
  signedOn: day('2026-06-02'),
  isBonaFidePersonalFinancialEmergency: true,
  describesEmergency: true,
  signedByAllPrimarilyLiable: true,
  isPreprintedForm: false,
};

describe('a waiver of a waiting period', () => {
  it('is valid when signed after the disclosure, in an emergency, by all, in their own words', () => {
    expect(judgeWaiver(good, day('2026-06-02'), '1026.19(f)(1)(iv)')).toMatchObject({
      isValid: true,
      defects: [],
    });
  });

  it.each([
    [{ isBonaFidePersonalFinancialEmergency: false }, 'emergency'],
    [{ describesEmergency: false }, 'describe'],
    [{ signedByAllPrimarilyLiable: false }, 'all consumers'],
    [{ isPreprintedForm: true }, 'printed forms'],
    [{ signedOn: day('2026-06-01') }, 'before the disclosure'],
  ])('with %j is not', (change, defect) => {
    const { isValid, defects } = judgeWaiver({ ...good, ...change }, day('2026-06-02'), '1026.19(e)(1)(v)');
    expect(isValid).toBe(false);
    expect(defects).toHaveLength(1);
    expect(defects[0]).toContain(defect);
  });
});
