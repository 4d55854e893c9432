import { describe, expect, it } from 'vitest';
import type { DocumentReading } from '../../../../lambdas/documents/domain/document-reading.ts';
import { readDocument } from '../../../../lambdas/documents/domain/read-document.ts';
import { reconcile } from '../../../../lambdas/documents/domain/reconcile/reconcile.ts';
import type { LoanFacts } from '../../../../lambdas/documents/domain/reconcile/finding.ts';
import { reachVerdict } from '../../../../lambdas/documents/domain/verdict.ts';
import {
  BANK_STATEMENT_LINES,
  LICENCE_LINES,
  PAY_STUB_LINES,
  typedPage,
  w2Lines,
} from '../../../support/page-words.ts';
import type { TypedLine } from '../../../support/page-words.ts';

const loan: LoanFacts = {
  borrowers: [{ fullName: 'Avery Sample' }],
  employerName: 'Example Mills',
  asOf: '2026-03-25',
};
const read = (lines: readonly TypedLine[], options = {}): DocumentReading =>
  readDocument([typedPage(lines, options)])[0]!;
const judge = (
  document: DocumentReading,
  facts: Partial<LoanFacts> = {},
  asked?: Parameters<typeof reachVerdict>[2],
) => reachVerdict(document, reconcile(document, { ...loan, ...facts }), asked);
const without = (lines: readonly TypedLine[], start: string): TypedLine[] =>
  lines.map(([top, ...pieces]): TypedLine => [top, ...pieces.filter(([, text]) => !text.startsWith(start))]);
const altered = (from: string, to: string): TypedLine[] =>
  PAY_STUB_LINES.map(([top, ...pieces]): TypedLine => [
    top,
    ...pieces.map(([left, text]) => [left, text.replace(from, to)] as const),
  ]);

describe('the verdict', () => {
  it.each([
    ['pay stub', PAY_STUB_LINES],
    ['W-2', w2Lines(0.05)],
    ['bank statement', BANK_STATEMENT_LINES],
    ['licence', LICENCE_LINES],
  ])('accepts a %s that is complete, certain and in order', (_, lines) => {
    expect(judge(read(lines)).outcome).toBe('accepted');
  });

  it('accepts a scanned stub whose amounts its own sums prove', () => {
    expect(judge(read(PAY_STUB_LINES, { engine: 'textract-detect', confidence: 90 })).outcome).toBe(
      'accepted',
    );
  });

  it('asks the borrower, in plain words, for what a poor copy hides', () => {
    const hidden = without(without(PAY_STUB_LINES, 'Period'), 'Pay date');
    const poor = { ...read(hidden, { engine: 'textract-detect', confidence: 96 }), meanConfidence: 70 };
    expect(judge(poor)).toEqual({
      outcome: 'ask-borrower',
      code: 'field-unreadable',
      reason: "We can't read the pay period. Please upload a clearer copy.",
    });
  });

  it('asks for a clearer copy of a page whose kind a poor picture hides', () => {
    const smudged = {
      ...read([[0.1, [0.1, 'Dear reader']]], { engine: 'textract-detect' }),
      meanConfidence: 70,
    };
    expect(judge(smudged, {}, ['pay-stub', 'w2'])).toMatchObject({
      outcome: 'ask-borrower',
      code: 'type-unreadable',
      reason: "We can't make out whether this is the pay stub or W-2 we need. Please upload a clearer copy.",
    });
  });

  it('does not ask for a better copy of a page that reads well: a person looks for the field', () => {
    expect(judge(read(without(PAY_STUB_LINES, 'Employee')))).toMatchObject({
      outcome: 'person-reviews',
      lookAt: [{ code: 'field-missing', fields: ['employee'] }],
    });
  });

  it('asks for a clearer copy of a page that can hardly be read', () => {
    expect(judge(read(PAY_STUB_LINES, { engine: 'textract-detect', confidence: 50 }))).toMatchObject({
      outcome: 'ask-borrower',
      code: 'unreadable',
    });
  });

  it('asks for a newer stub and a valid licence', () => {
    expect(judge(read(PAY_STUB_LINES), { asOf: '2026-05-01' })).toMatchObject({
      outcome: 'ask-borrower',
      code: 'pay-stub.too-old',
    });
    expect(judge(read(LICENCE_LINES), { asOf: '2027-05-01' })).toMatchObject({
      outcome: 'ask-borrower',
      code: 'driver-licence.expired',
    });
  });

  it('judges a document of another kind than was asked for as what it is', () => {
    expect(judge(read(w2Lines(0.05)), {}, ['pay-stub']).outcome).toBe('accepted');
  });

  it('sends a contradiction, a stranger and an unknown page to a person, with what to look at', () => {
    expect(judge(read(altered('$1,770.52', '$2,770.52')))).toMatchObject({
      outcome: 'person-reviews',
      lookAt: [{ code: 'pay-stub.net-above-gross' }],
    });
    expect(judge(read(PAY_STUB_LINES), { borrowers: [{ fullName: 'Blair Example' }] })).toMatchObject({
      outcome: 'person-reviews',
      lookAt: [{ code: 'pay-stub.person-not-on-loan' }],
    });
    expect(judge(read([[0.1, [0.1, 'Dear reader']]]), {}, ['pay-stub'])).toMatchObject({
      outcome: 'person-reviews',
      lookAt: [{ code: 'unknown-type', reason: expect.stringContaining('a pay stub was asked for') }],
    });
  });

  it('sends an amount that nothing proves to a person when the engine was not sure of it', () => {
    const unproven = altered('10,000.00', '10,800.00');
    expect(judge(read(unproven, { engine: 'textract-detect', confidence: 95 }))).toMatchObject({
      outcome: 'person-reviews',
      lookAt: expect.arrayContaining([
        expect.objectContaining({ code: 'field-doubtful', fields: ['ytdGross'] }),
      ]),
    });
  });

  it('lists among the accepted fields none that is doubtful', () => {
    const verdict = judge(read(PAY_STUB_LINES, { engine: 'textract-detect', confidence: 90 }));
    expect(verdict.outcome === 'accepted' && verdict.fields).not.toContain('medicareTaxYtd');
  });
});
