import { monthsOf } from './payment-pattern.ts';
import type { CreditReply, CreditReport } from './credit-report.ts';
import type { Defect } from '../defect.ts';

const repositories = [
  ['hasEquifax', 'Equifax'],
  ['hasExperian', 'Experian'],
  ['hasTransUnion', 'TransUnion'],
] as const;

/** What a report says of itself that its parts contradict: a repository without a file, a person of another name. */
export function creditFactDefects({ responses = [] }: CreditReply, root: string): Defect[] {
  return responses.flatMap(({ reports = [] }, response) =>
    reports.flatMap((report, index) => {
      const list = (name: string, at: number, of: number) => (of > 1 ? `${name}[${at + 1}]` : name);
      const inGroup = `/${list('RESPONSE', response, responses.length)}/RESPONSE_DATA/${list('CREDIT_RESPONSE', index, reports.length)}`;
      return reportDefects(report, `${root}${root === 'CREDIT_RESPONSE' ? '' : inGroup}`);
    }),
  );
}

function reportDefects(report: CreditReport, at: string): Defect[] {
  const { files = [], liabilities = [], scores = [], errors = [] } = report;
  const place = (name: string, index: number, of: readonly unknown[]) =>
    `${at}/${of.length > 1 ? `${name}[${index + 1}]` : name}`;
  const unreturned = repositories
    .filter(([flag, name]) => report[flag] === true && !files.some(({ repository }) => repository === name))
    .map(([, name]) =>
      warn(at, 'repository-without-file', `says it includes ${name}, and has no file of it`),
    );
  const noHits = files.flatMap(({ result }, index) =>
    result === undefined || result === 'FileReturned'
      ? []
      : [
          warn(
            place('CREDIT_FILE', index, files),
            'no-file-returned',
            'the repository returned no file',
            result,
          ),
        ],
  );
  const unscored = scores.flatMap(({ value, exclusion }, index) =>
    value === undefined && exclusion === undefined
      ? [
          warn(
            place('CREDIT_SCORE', index, scores),
            'score-without-value',
            'has neither a value nor a reason for none',
          ),
        ]
      : [],
  );
  const patterns = liabilities.flatMap(({ paymentPattern, paymentPatternFrom }, index) => {
    if (paymentPattern === undefined || monthsOf(paymentPattern, paymentPatternFrom)) return [];
    const message = 'its payment pattern has marks without a meaning, or no month to start from';
    return [
      warn(
        `${place('CREDIT_LIABILITY', index, liabilities)}/_PAYMENT_PATTERN`,
        'payment-pattern-unclear',
        message,
      ),
    ];
  });
  const refused = errors.map((_each, index) =>
    warn(place('CREDIT_ERROR_MESSAGE', index, errors), 'vendor-error', 'the vendor reports an error'),
  );
  return [...unreturned, ...noHits, ...personDefects(report, place), ...unscored, ...patterns, ...refused];
}

/** A file about somebody else: another SSN, or another last name than the borrower it is said to be of. */
function personDefects(
  { files = [], borrowers = [] }: CreditReport,
  place: (name: string, index: number, of: readonly unknown[]) => string,
): Defect[] {
  const upper = (name: string | undefined) => name?.toUpperCase();
  return files.flatMap(({ borrowerId, people = [] }, index) => {
    const asked = borrowers.find(({ id }) => id === borrowerId);
    if (!asked) return [];
    const path = `${place('CREDIT_FILE', index, files)}/_BORROWER`;
    const known = [asked, ...(asked.aliases ?? [])].map(({ last }) => upper(last));
    return people.flatMap((person) => [
      ...(person.ssn !== undefined && asked.ssn !== undefined && person.ssn !== asked.ssn
        ? [warn(path, 'file-of-another-ssn', 'has another SSN than the borrower asked about')]
        : []),
      ...(person.last !== undefined && asked.last !== undefined && !known.includes(upper(person.last))
        ? [warn(path, 'file-of-another-name', 'has another last name than the borrower asked about')]
        : []),
    ]);
  });
}

const warn = (path: string, rule: string, message: string, found?: string): Defect => ({
  path,
  rule,
  severity: 'warning',
  message,
  ...(found === undefined ? {} : { found }),
});
