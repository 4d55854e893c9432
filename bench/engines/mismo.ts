import { XMLParser } from 'fast-xml-parser';
import type { Application } from '../../lambdas/rules/mismo/application/application.ts';
import { exportApplication } from '../../lambdas/rules/mismo/export-application.ts';
import { importApplication } from '../../lambdas/rules/mismo/import-application.ts';
import { importMismo } from '../../lambdas/rules/mismo/import-mismo.ts';
import { cents } from '../../lambdas/shared/money.ts';
import { ppm } from '../../lambdas/shared/rate.ts';
import { type Figure, rounded } from '../figure.ts';
import { compared } from './compared.ts';
import { microsecondsPerCall } from './pace.ts';

const many = 400;
const arcrole = (role: string) => `urn:fdc:mismo.org:2009:residential/${role}`;
const each = <T>(of: (index: number) => T): T[] => Array.from({ length: many }, (_, index) => of(index));

/** One borrower of 400 accounts and 400 debts: an application as others write it, only longer. */
const model: Application = {
  assets: each((index) => ({
    label: `ASSET_${index}`,
    accountNumber: `SAMPLE-${index}`,
    valueCents: cents(100_000 + index),
    type: 'CheckingAccount',
    holder: 'Example Savings',
  })),
  liabilities: each((index) => ({
    label: `LIABILITY_${index}`,
    monthlyPaymentCents: cents(5_000 + index),
    type: 'Installment',
  })),
  loans: [{ role: 'SubjectLoan', baseAmountCents: cents(30_000_000), noteRatePpm: ppm(65_000) }],
  parties: [
    {
      name: { first: 'Avery', last: 'Sample' },
      roles: [{ label: 'BORROWER_1', borrower: { bornOn: '1980-02-29' }, type: 'Borrower' }],
    },
  ],
  relationships: [
    ...each((index) => ({
      from: `ASSET_${index}`,
      to: 'BORROWER_1',
      arcrole: arcrole('ASSET_IsAssociatedWith_ROLE'),
    })),
    ...each((index) => ({
      from: `LIABILITY_${index}`,
      to: 'BORROWER_1',
      arcrole: arcrole('LIABILITY_IsAssociatedWith_ROLE'),
    })),
  ],
};

/** Import into our model beside a public parser that only builds a tree of the same text. */
export function measureMismo(): Figure[] {
  const xml = exportApplication(model);
  const megabytes = Buffer.byteLength(xml) / 1e6;
  const parser = new XMLParser({ ignoreAttributes: false, preserveOrder: true });
  const withSpeed = (figure: Figure): Figure => ({
    ...figure,
    note: `${rounded((megabytes / figure.value) * 1e6)} MB a second`,
  });
  const checked = microsecondsPerCall(() => importMismo(xml));
  return [
    ...compared(`MISMO import of ${rounded(megabytes, 2)} MB into our model`, () => importApplication(xml), {
      name: 'fast-xml-parser, in order, a tree and no model',
      call: () => parser.parse(xml) as unknown,
    }),
    { name: 'MISMO import with every check of graph and values', value: rounded(checked), unit: 'us' },
  ].map(withSpeed);
}
