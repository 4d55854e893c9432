/** What must hold for a kind of charge to stay out of the finance charge. */
export type Exclusion =
  | { when: 'never' }
  | { when: 'always' }
  /** Real-estate charges that are bona fide and reasonable in amount, in a loan secured by real property. */
  | { when: 'bona-fide-and-reasonable' }
  /** The creditor neither requires the service or charge nor keeps any of it. */
  | { when: 'not-required-or-retained' }
  /** Not required, disclosed so, with the premium, and asked for in writing. */
  | { when: 'voluntary-and-disclosed' }
  /** The insurer may be chosen by the consumer, and that and any price of the creditor's are disclosed. */
  | { when: 'insurer-chosen-by-consumer' }
  /** Charged to all applicants, whether or not credit is given. */
  | { when: 'charged-to-all-applicants' };

interface ChargeKind {
  out: Exclusion;
  /** The paragraph that puts it in, or takes it out. */
  citation: string;
}

/** Every kind of charge we know, by 12 CFR 1026.4; one that fits none is refused rather than guessed. */
export const chargeKinds = {
  interest: { out: { when: 'never' }, citation: '1026.4(b)(1)' },
  'prepaid-interest': { out: { when: 'never' }, citation: '1026.4(b)(1)' },
  'discount-points': { out: { when: 'never' }, citation: '1026.4(b)(3)' },
  'origination-fee': { out: { when: 'never' }, citation: '1026.4(b)(3)' },
  'underwriting-fee': { out: { when: 'never' }, citation: '1026.4(b)(2)' },
  'processing-fee': { out: { when: 'never' }, citation: '1026.4(b)(2)' },
  'assumption-fee': { out: { when: 'never' }, citation: '1026.4(b)(3)' },
  'finders-fee': { out: { when: 'never' }, citation: '1026.4(b)(3)' },
  'rate-lock-fee': { out: { when: 'never' }, citation: '1026.4(b)(2)' },
  'mortgage-broker-fee': { out: { when: 'never' }, citation: '1026.4(a)(3)' },
  'mortgage-insurance': { out: { when: 'never' }, citation: '1026.4(b)(5)' },
  'guarantee-or-funding-fee': { out: { when: 'never' }, citation: '1026.4(b)(5)' },
  'life-of-loan-flood-monitoring': { out: { when: 'never' }, citation: 'comment 4(c)(7)-3' },
  'tax-service-fee': { out: { when: 'never' }, citation: 'comment 4(c)(7)-3' },
  'credit-insurance': { out: { when: 'voluntary-and-disclosed' }, citation: '1026.4(b)(7), (d)(1)' },
  'debt-cancellation': { out: { when: 'voluntary-and-disclosed' }, citation: '1026.4(b)(10), (d)(3)' },
  'property-insurance': { out: { when: 'insurer-chosen-by-consumer' }, citation: '1026.4(b)(8), (d)(2)' },
  'application-fee': { out: { when: 'charged-to-all-applicants' }, citation: '1026.4(c)(1)' },
  'late-charge': { out: { when: 'always' }, citation: '1026.4(c)(2)' },
  'title-examination': { out: { when: 'bona-fide-and-reasonable' }, citation: '1026.4(c)(7)(i)' },
  'title-insurance': { out: { when: 'bona-fide-and-reasonable' }, citation: '1026.4(c)(7)(i)' },
  survey: { out: { when: 'bona-fide-and-reasonable' }, citation: '1026.4(c)(7)(i)' },
  'document-preparation': { out: { when: 'bona-fide-and-reasonable' }, citation: '1026.4(c)(7)(ii)' },
  'notary-fee': { out: { when: 'bona-fide-and-reasonable' }, citation: '1026.4(c)(7)(iii)' },
  'credit-report': { out: { when: 'bona-fide-and-reasonable' }, citation: '1026.4(c)(7)(iii)' },
  appraisal: { out: { when: 'bona-fide-and-reasonable' }, citation: '1026.4(c)(7)(iv)' },
  inspection: { out: { when: 'bona-fide-and-reasonable' }, citation: '1026.4(c)(7)(iv)' },
  'flood-determination': { out: { when: 'bona-fide-and-reasonable' }, citation: '1026.4(c)(7)(iv)' },
  'escrow-deposit': { out: { when: 'always' }, citation: '1026.4(c)(7)(v)' },
  'closing-agent-fee': { out: { when: 'not-required-or-retained' }, citation: '1026.4(a)(2)' },
  'courier-fee': { out: { when: 'not-required-or-retained' }, citation: '1026.4(a)(2)' },
  'wire-fee': { out: { when: 'not-required-or-retained' }, citation: '1026.4(a)(2)' },
  'third-party-service': { out: { when: 'not-required-or-retained' }, citation: '1026.4(a)(1)' },
  'recording-fee': { out: { when: 'always' }, citation: '1026.4(e)(1)' },
  'security-interest-insurance': { out: { when: 'always' }, citation: '1026.4(e)(2)' },
  'mortgage-recording-tax': { out: { when: 'always' }, citation: '1026.4(e)(3)' },
  'transfer-tax': {
    out: { when: 'always' },
    citation: '1026.4(a) (payable in a comparable cash transaction)',
  },
  'property-tax': {
    out: { when: 'always' },
    citation: '1026.4(a) (payable in a comparable cash transaction)',
  },
  'association-dues': {
    out: { when: 'always' },
    citation: '1026.4(a) (payable in a comparable cash transaction)',
  },
  'real-estate-commission': {
    out: { when: 'always' },
    citation: '1026.4(a) (payable in a comparable cash transaction)',
  },
} as const satisfies Record<string, ChargeKind>;

export type ChargeKindName = keyof typeof chargeKinds;
