import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  AdverseActionNoticeSchema,
  adverseActionNotice,
} from '../../../../lambdas/rules/decisions/adverse-action-notice.ts';
import { CreditScoreSchema, scoreDisclosure } from '../../../../lambdas/rules/decisions/score-disclosure.ts';
import { ScoresSchema, scoreUsed } from '../../../../lambdas/rules/decisions/score-used.ts';
import {
  StatedReasonSchema,
  principalReasons,
} from '../../../../lambdas/rules/decisions/principal-reasons.ts';
import { reasonCodes, reasonWords } from '../../../../lambdas/rules/decisions/reason-codes.ts';

const score = {
  value: 640,
  range: { low: 300, high: 850 },
  createdOn: '2026-06-02',
  source: 'Sample Bureau',
  keyFactors: [{ text: 'balances' }, { text: 'late payments' }],
};
const agency = { name: 'Sample Bureau', address: '1 Example Way, Exampleton', telephone: '800-555-0100' };
const facts = {
  actionTaken: 'denied',
  creditor: { name: 'Sample Mills Bank', address: '2 Example Way, Exampleton' },
  federalAgency: { name: 'Sample Agency', address: '3 Example Way, Exampleton' },
  reasons: [{ code: 'delinquent-obligations', from: 'consumer-report' }],
  sources: { agencies: [agency], scores: { method: 'low', scores: [score] } },
};
const noticeOf = (change: object) =>
  adverseActionNotice(AdverseActionNoticeSchema.parse({ ...facts, ...change }));
const reasonsOf = (stated: object[]) =>
  principalReasons(stated.map((each) => StatedReasonSchema.parse(each)));
const other = (specify?: string) => ({ code: 'other', from: 'own-records', ...(specify ? { specify } : {}) });

describe('the notice of adverse action', () => {
  it('carries every field of the rule', () => {
    const notice = noticeOf({});
    expect(notice.defects).toEqual([]);
    expect(notice.ecoa.text).toContain('race, color, religion, national origin, sex, marital status, age');
    expect(notice.ecoa.text).toContain('is Sample Agency, 3 Example Way, Exampleton.');
    expect(notice.reasons).toMatchObject({
      reasons: [{ text: 'Delinquent past or present credit obligations with others', hmdaCode: '3' }],
    });
    expect(notice.creditReport.statements.map(({ id }) => id)).toEqual([
      'agency',
      'agency-did-not-decide',
      'free-report',
      'dispute',
    ]);
    expect(notice.creditReport.score).toMatchObject({
      score: 640,
      lowestPossible: 300,
      highestPossible: 850,
      createdOn: '2026-06-02',
      source: 'Sample Bureau',
    });
  });

  it('tells the right to reasons where it names an office instead', () => {
    const office = { ...agency, name: 'Sample Mills Bank, notices' };
    expect(noticeOf({ reasonsOffice: office }).reasons).toMatchObject({
      citation: '1002.9(a)(2)(ii)',
      office,
    });
  });

  it('tells of other sources only where they were used', () => {
    const { creditReport } = noticeOf({
      sources: { usedThirdParty: true, usedAffiliate: true },
      reasons: [{ code: 'income-unverified', from: 'third-party' }],
    });
    expect(creditReport.statements.map(({ id }) => id)).toEqual(['third-party', 'affiliate']);
    expect(creditReport).not.toHaveProperty('score');
  });

  it.each([
    ['a reason from a report, no agency', { sources: {} }, '15 USC 1681m(a)(3)'],
    [
      'a reason from a third party, no right to ask',
      { reasons: [{ code: 'income-unverified', from: 'third-party' }] },
      '15 USC 1681m(b)',
    ],
    [
      'a score and no agency',
      { sources: { scores: facts.sources.scores }, reasons: [{ code: 'bankruptcy', from: 'applicant' }] },
      '15 USC 1681m(a)(3)(A)',
    ],
    [
      'a nationwide agency without a toll-free number',
      { sources: { agencies: [{ ...agency, isTelephoneTollFree: false }] } },
      '15 USC 1681m(a)(3)(A)',
    ],
  ])('%s: a defect', (_what, change, citation) => {
    expect(noticeOf(change).defects.map((defect) => defect.citation)).toEqual([citation]);
  });
});

describe('principal reasons', () => {
  it('every code has words and a HMDA code', () => {
    for (const code of reasonCodes) expect(reasonWords[code].text.length).toBeGreaterThan(3);
    expect(new Set(Object.values(reasonWords).map(({ hmdaCode }) => hmdaCode)).size).toBe(9);
  });

  it('the weightiest four are told, each once, in their order', () => {
    const codes = ['obligations-excessive', 'income-insufficient', 'obligations-excessive', 'bankruptcy'];
    const more = ['cash-insufficient', 'collateral-insufficient'];
    const found = reasonsOf([...codes, ...more].map((code) => ({ code, from: 'applicant' })));
    expect(found.reasons.map(({ code }) => code)).toEqual([
      'obligations-excessive',
      'income-insufficient',
      'bankruptcy',
      'cash-insufficient',
    ]);
  });

  it('a source that did not answer is never a reason', () => {
    const silent = { code: 'no-credit-file', from: 'no-answer' };
    expect(reasonsOf([silent])).toMatchObject({
      reasons: [],
      defects: [{}, { reason: 'no reason is stated' }],
    });
    expect(reasonsOf([silent, { code: 'bankruptcy', from: 'applicant' }])).toMatchObject({
      reasons: [{ code: 'bankruptcy' }],
      defects: [],
    });
  });

  it.each([
    ['our internal standards', '1002.9(b)(2)'],
    ["the creditor's policies", '1002.9(b)(2)'],
    ['failed to achieve a qualifying score', '1002.9(b)(2)'],
    ['score too low', '1002.9(b)(2)'],
    [undefined, 'Appendix C, 4'],
  ])('"%s" is none', (specify, citation) => {
    expect(reasonsOf([other(specify)]).defects).toMatchObject([{ citation }]);
  });

  it('another reason in words is one', () => {
    expect(reasonsOf([other('age of automobile')])).toMatchObject({
      defects: [],
      reasons: [{ text: 'age of automobile', hmdaCode: '9' }],
    });
  });

  it('incompleteness stands alone or not at all', () => {
    const incomplete = { code: 'application-incomplete', from: 'applicant' };
    expect(reasonsOf([incomplete]).defects).toEqual([]);
    expect(reasonsOf([incomplete, { code: 'bankruptcy', from: 'applicant' }]).defects).toMatchObject([
      { citation: 'comment 9(a)(1)-4' },
    ]);
  });
});

describe('the score disclosure', () => {
  const told = (factors: readonly string[]) =>
    scoreDisclosure(
      CreditScoreSchema.parse({
        ...score,
        keyFactors: factors.map((text) => ({ text, isNumberOfInquiries: text === 'inquiries' })),
      }),
    ).keyFactors;

  it('four key factors, and a fifth where inquiries are one', () => {
    expect(told(['a', 'b', 'c', 'd', 'e'])).toEqual(['a', 'b', 'c', 'd']);
    expect(told(['a', 'b', 'c', 'd', 'e', 'inquiries'])).toEqual(['a', 'b', 'c', 'd', 'inquiries']);
    expect(told(['inquiries', 'a', 'b', 'c', 'd', 'e'])).toEqual(['inquiries', 'a', 'b', 'c', 'd']);
  });

  it('never more than five, never without inquiries that are a factor, always in their order', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'inquiries')), (factors) => {
        const found = told(factors);
        const hasInquiries = factors.includes('inquiries');
        expect(found.length).toBeLessThanOrEqual(hasInquiries ? 5 : 4);
        expect(found.includes('inquiries')).toBe(hasInquiries);
        expect(found).toEqual(factors.filter((text) => found.includes(text)));
      }),
    );
  });

  it('a score outside its range is refused', () => {
    expect(CreditScoreSchema.safeParse({ ...score, value: 851 }).error?.issues[0]?.path).toEqual(['value']);
  });

  it.each([
    ['low', 610],
    ['middle', 640],
    ['high', 700],
    ['most-recent', 700],
    ['average', 610],
  ])('of three scores by the %s one', (method, value) => {
    const of = (each: number, createdOn: string) => ({ ...score, value: each, createdOn });
    const scores = [of(640, '2026-06-01'), of(610, '2026-06-02'), of(700, '2026-06-03')];
    expect(scoreUsed(ScoresSchema.parse({ method, scores })).score.value).toBe(value);
  });

  it('of two scores the middle one is the lower', () => {
    const scores = [700, 640].map((value) => ({ ...score, value }));
    expect(scoreUsed(ScoresSchema.parse({ method: 'middle', scores })).score.value).toBe(640);
  });
});
