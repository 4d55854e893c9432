import * as z from 'zod';
import { CalendarDateSchema } from '../../lambdas/shared/value-schemas.ts';
import { DisclosureChangeSchema, judgeChange } from '../../lambdas/rules/trid/new-waiting-period.ts';
import { LateEventSchema, dutiesAfterConsummation } from '../../lambdas/rules/trid/after-consummation.ts';
import { RescissionFactsSchema, rescission } from '../../lambdas/rules/trid/rescission.ts';
import { ToleranceInputSchema, judgeTolerance } from '../../lambdas/rules/trid/tolerance.ts';
import { TridFactsSchema } from '../../lambdas/rules/trid/trid-facts.ts';
import { citedLines } from './derivation.ts';
import { defineEngine } from './engine.ts';
import { tridClocks } from '../../lambdas/rules/trid/trid-clocks.ts';

export const clocks = defineEngine({
  name: 'trid-clocks',
  summary: 'Earliest and latest dates of Loan Estimate, revisions, Closing Disclosure and consummation',
  input: TridFactsSchema,
  example: {
    applicationOn: '2026-06-01',
    loanEstimate: { sentOn: '2026-06-03', method: 'mail' },
    intentToProceedOn: '2026-06-08',
    closingDisclosure: { sentOn: '2026-06-24', method: 'electronic', hasESignConsent: true },
    consummationOn: '2026-07-01',
  },
  run: tridClocks,
  explain: citedLines,
});

export const newWait = defineEngine({
  name: 'new-waiting-period',
  summary: 'Whether a change before closing starts the three business days anew',
  input: DisclosureChangeSchema,
  example: { apr: { disclosedPpm: 70_000, actualPpm: 71_500 } },
  run: judgeChange,
  explain: citedLines,
});

export const afterClosing = defineEngine({
  name: 'after-consummation',
  summary: 'What must be corrected or refunded after closing, and by when',
  input: z.strictObject({ consummationOn: CalendarDateSchema, event: LateEventSchema }),
  example: { consummationOn: '2026-06-15', event: { kind: 'tolerance-refund' } },
  run: ({ consummationOn, event }) => dutiesAfterConsummation(event, consummationOn),
  explain: citedLines,
});

export const tolerance = defineEngine({
  name: 'tolerance',
  summary: 'Good faith of estimates: buckets, baselines after revisions, the cure and its deadline',
  input: ToleranceInputSchema,
  example: {
    charges: [
      { id: 'underwriting', kind: 'fee', paidTo: 'creditor', estimateCents: 80_000, actualCents: 83_000 },
      { id: 'recording', kind: 'recording-fee', estimateCents: 10_000, actualCents: 11_500 },
    ],
    lenderCredits: { estimateCents: 50_000, actualCents: 50_000 },
    consummationOn: '2026-06-15',
  },
  run: judgeTolerance,
  explain: citedLines,
});

export const rescissionRight = defineEngine({
  name: 'rescission',
  summary: 'The right of rescission: its last day, and when money may go out',
  input: RescissionFactsSchema,
  example: {
    consummationOn: '2026-07-01',
    noticeDeliveredOn: '2026-07-01',
    materialDisclosuresDeliveredOn: '2026-07-01',
    securesPrincipalDwelling: true,
    financesAcquisition: false,
  },
  run: rescission,
  explain: citedLines,
});
