import { ApplicationFactsSchema } from '../../../lambdas/rules/decisions/application-facts.ts';
import { CreditActionSchema, judgeAction } from '../../../lambdas/rules/decisions/adverse-action.ts';
import { CreditRequestSchema, standingOf } from '../../../lambdas/rules/decisions/credit-request.ts';
import { CreditScoreSchema, scoreDisclosure } from '../../../lambdas/rules/decisions/score-disclosure.ts';
import { StatedReasonSchema, principalReasons } from '../../../lambdas/rules/decisions/principal-reasons.ts';
import { ValuationFactsSchema, valuationCopies } from '../../../lambdas/rules/decisions/valuation-copies.ts';
import { actionNotice } from '../../../lambdas/rules/decisions/action-notice.ts';
import { ecoaNotice } from '../../../lambdas/rules/decisions/ecoa-notice.ts';
import type { Readers, Row } from '../commentary-file.ts';

const isAdverse = (action: object): boolean => judgeAction(CreditActionSchema.parse(action)).isAdverse;
const standing = (request: object) => standingOf(CreditRequestSchema.parse(request)).treatedAs;
const notice = (facts: object) =>
  actionNotice(ApplicationFactsSchema.parse({ receivedOn: '2026-06-01', ...facts }));
const reasons = (stated: readonly object[]) =>
  principalReasons(stated.map((each) => StatedReasonSchema.parse({ from: 'applicant', ...each })));

const ended = { kind: 'account-terminated', affectsWholeClass: false };
const termsRefused = { kind: 'request-refused', because: 'terms-not-offered' };
const atSale: readonly Row[] = [
  ['a denial at the point of sale', isAdverse({ kind: 'transaction-not-authorized' }), false],
];
const asked = (wasDeclined: boolean, kind = 'inquiry') => standing({ kind, wasDeclined });

const words = ['no', 'one', 'two', 'three', 'four', 'five'];

/** The counts that a text spells after some words: `up to four`. */
const spelled = (text: string, before: string): number[] =>
  [...text.matchAll(new RegExp(`${before} (${words.join('|')})\\b`, 'gi'))].map(([, word = '']) =>
    words.indexOf(word.toLowerCase()),
  );

const factorsTold = (hasInquiries: boolean): number =>
  scoreDisclosure(
    CreditScoreSchema.parse({
      value: 600,
      range: { low: 300, high: 850 },
      createdOn: '2026-06-01',
      source: 'Sample Bureau',
      keyFactors: Array.from({ length: 9 }, (_, index) => ({
        text: `factor ${index}`,
        isNumberOfInquiries: hasInquiries && index === 8,
      })),
    }),
  ).keyFactors.length;

/** The comments to 1002.2, 1002.9 and 1002.14 that say what is so in a case, each put to the engine. */
export const adverseActionReaders: Readers = {
  '1002-2-c-1-ii-Interp-2': () => [['accounts of low limits ended, others kept', isAdverse(ended), true]],
  '1002-2-c-2-ii-Interp-1': () => [['due on sale', isAdverse({ ...ended, because: 'due-on-sale' }), false]],
  '1002-2-c-2-ii-Interp-2': () => [
    ['current default', isAdverse({ ...ended, because: 'current-default' }), false],
    ['past default', isAdverse({ ...ended, because: 'past-default' }), true],
  ],
  '1002-2-c-2-iii-Interp-1': () => atSale,
  '1002-2-c-2-iii-Interp-1-i': () => atSale,
  '1002-2-c-2-iii-Interp-1-ii': () => atSale,
  '1002-2-c-2-iii-Interp-1-iii': () => atSale,
  '1002-2-c-2-iii-Interp-1-iv': () => atSale,
  '1002-2-c-2-iii-Interp-2': () => [
    ['an increase applied for', isAdverse({ kind: 'increase-refused', wasAppliedFor: true }), true],
  ],
  '1002-2-c-2-v-Interp-1': () => [
    ['terms not offered', isAdverse(termsRefused), true],
    ['a counteroffer accepted', isAdverse({ ...termsRefused, counteroffer: 'accepted' }), false],
  ],
  '1002-2-f-Interp-3': () => [
    ['declined after evaluation', asked(true), 'application'],
    ['terms explained', asked(false), 'inquiry'],
  ],
  '1002-2-f-Interp-4-i': () => [['asks about loan terms', asked(false), 'inquiry']],
  '1002-2-f-Interp-4-ii': () => [['asks for the rate', asked(false), 'inquiry']],
  '1002-2-f-Interp-4-iii': () => [['policies explained, no decision told', asked(false), 'inquiry']],
  '1002-2-f-Interp-4-iv': () => [['told to apply in writing', asked(false), 'inquiry']],
  '1002-2-f-Interp-5-i': () => [
    ['written commitments', standing({ kind: 'preapproval', givesWrittenCommitments: true }), 'application'],
    ['none', standing({ kind: 'preapproval', givesWrittenCommitments: false }), 'inquiry'],
  ],
  '1002-9-Interp-2': () => [['expressly withdrawn', notice({ withdrawnOn: '2026-06-02' }).due, 'none']],
  '1002-9-Interp-5': () => [
    ['terms she could qualify for', asked(false, 'prequalification'), 'inquiry'],
    ['would not approve because of a bankruptcy', asked(true, 'prequalification'), 'application'],
  ],
  '1002-9-a-1-Interp-1': (text) => [
    [
      'days after all is obtained',
      notice({ completedOn: '2026-06-01' }).dates.find(({ id }) => id === 'notice-of-action')?.on,
      `2026-07-0${Number(/(\d+) days/.exec(text)?.[1]) - 29}`,
    ],
  ],
  '1002-9-a-1-Interp-4': () => [
    [
      'incomplete beside another reason',
      reasons([{ code: 'application-incomplete' }, { code: 'bankruptcy' }]).defects.length,
      1,
    ],
  ],
  '1002-9-a-1-Interp-6': () => [
    [
      'no second notice after a combined one',
      notice({
        completedOn: '2026-06-02',
        decision: { kind: 'counteroffer', on: '2026-06-03', isCombinedWithAdverseAction: true },
        noticeSentOn: '2026-06-03',
      }).dates.some(({ id }) => id === 'adverse-action-after-counteroffer'),
      false,
    ],
  ],
  '1002-9-b-1-Interp-1': () => [
    [
      'the notice names the law and the agency',
      ['Equal Credit Opportunity Act', 'Sample Agency'].every((part) =>
        ecoaNotice({ name: 'Sample Agency', address: 'Exampleton' }).includes(part),
      ),
      true,
    ],
  ],
  '1002-9-b-2-Interp-1': (text) => [
    [
      'reasons',
      reasons(
        ['bankruptcy', 'no-credit-file', 'income-insufficient', 'cash-insufficient', 'residence-length'].map(
          (code) => ({ code }),
        ),
      ).reasons.length,
      spelled(text, 'more than')[0],
    ],
  ],
  '1002-9-b-2-Interp-4': (text) => {
    const specify = /“([^”]+)”/.exec(text)?.[1] ?? '';
    const found = reasons([{ code: 'other', specify }]);
    return [['an actual reason in words', [found.reasons[0]?.text, found.defects.length], [specify, 0]]];
  },
  '1002-9-b-2-Interp-9': (text) => [
    ['key factors', [factorsTold(false), factorsTold(true)], spelled(text, 'up to')],
    [
      'delinquent obligations are the reason',
      reasons([{ code: 'delinquent-obligations' }]).defects.length,
      0,
    ],
  ],
  '1002-9-c-1-Interp-1': () => [
    ['no notice of incompleteness for a preapproval', notice({ isPreapproval: true }).due, 'none'],
  ],
  '1002-9-c-2-Interp-1': () => [
    [
      'completed after the period',
      notice({
        completedOn: '2026-06-30',
        incompletenessNotice: {
          sentOn: '2026-06-02',
          isWritten: true,
          specifiesWhatIsNeeded: true,
          respondBy: '2026-06-20',
          saysNoFurtherConsideration: true,
        },
      }).due,
      'none',
    ],
  ],
  '1002-14-a-1-Interp-1': () => {
    const covers = (isFirstLienOnDwelling: boolean) =>
      valuationCopies(ValuationFactsSchema.parse({ applicationOn: '2026-06-01', isFirstLienOnDwelling }))
        .isCovered;
    return [
      ['a first lien on a dwelling, for whatever purpose', [covers(true), covers(false)], [true, false]],
    ];
  },
};
