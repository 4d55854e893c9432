import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EmailSchema, emailPermission } from '../../../../lambdas/rules/decisions/commercial-email.ts';
import { addDays, calendarDate } from '../../../../lambdas/shared/calendar.ts';

const email = {
  on: '2026-06-10',
  purpose: 'commercial',
  isHeaderTruthful: true,
  isSubjectTruthful: true,
  saysItIsAnAdvertisement: true,
  hasPostalAddress: true,
  optOut: { isClear: true, worksThroughOn: '2026-07-10', asksForMore: false },
};
const found = (change: object) => emailPermission(EmailSchema.parse({ ...email, ...change }));
const citations = (change: object) => found(change).defects.map(({ citation }) => citation);

describe('commercial e-mail', () => {
  it('with all that it needs may be sent', () => {
    expect(found({})).toMatchObject({ isPermitted: true, defects: [], citation: '15 USC 7704(a)' });
  });

  it.each([
    ['a false header', { isHeaderTruthful: false }, '15 USC 7704(a)(1)'],
    ['a misleading subject', { isSubjectTruthful: false }, '15 USC 7704(a)(2)'],
    ['an advertisement in disguise', { saysItIsAnAdvertisement: false }, '15 USC 7704(a)(5)(A)(i), (B)'],
    ['no postal address', { hasPostalAddress: false }, '15 USC 7704(a)(5)(A)(iii)'],
    [
      'an opt-out that ends in 29 days',
      { optOut: { ...email.optOut, worksThroughOn: '2026-07-09' } },
      '15 USC 7704(a)(3)(A)(ii)',
    ],
    ['an opt-out behind a login', { optOut: { ...email.optOut, asksForMore: true } }, '16 CFR 316.5'],
    ['an opt-out', { optedOutOn: '2026-06-10' }, '15 USC 7704(a)(4)'],
  ])('%s stops it', (_what, change, citation) => {
    expect(citations(change)).toEqual([citation]);
  });

  it('without a way to opt out stops twice', () => {
    expect(citations({ optOut: undefined })).toHaveLength(2);
  });

  it('consent takes the place of the label, not of the opt-out', () => {
    expect(citations({ saysItIsAnAdvertisement: false, consentedOn: '2026-06-01' })).toEqual([]);
    expect(citations({ optedOutOn: '2026-06-05', consentedOn: '2026-06-01' })).toEqual(['15 USC 7704(a)(4)']);
    expect(citations({ optedOutOn: '2026-06-05', consentedOn: '2026-06-06' })).toEqual([]);
  });

  it('about the own loan needs no more than a true header', () => {
    const bare = {
      purpose: 'transactional',
      optedOutOn: '2026-06-01',
      optOut: undefined,
      hasPostalAddress: false,
    };
    expect(found(bare).isPermitted).toBe(true);
    expect(citations({ ...bare, isHeaderTruthful: false })).toEqual(['15 USC 7704(a)(1)']);
  });

  it('stops at once, ten business days at the latest', () => {
    expect(found({ optedOutOn: '2026-06-10' }).stopBy?.on).toBe('2026-06-25');
  });

  it('an opt-out that no later consent follows never permits', () => {
    const day = fc.integer({ min: -300, max: 0 }).map((days) => addDays(calendarDate(email.on), days));
    fc.assert(
      fc.property(day, fc.option(day, { nil: undefined }), (optedOutOn, consentedOn) => {
        const isBack = consentedOn !== undefined && consentedOn > optedOutOn;
        expect(found({ optedOutOn, consentedOn }).isPermitted).toBe(isBack);
      }),
    );
  });
});
