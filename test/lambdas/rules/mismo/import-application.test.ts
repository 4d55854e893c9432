import { describe, expect, it } from 'vitest';
import {
  ApplicationSchema,
  application as applicationShape,
} from '../../../../lambdas/rules/mismo/application/application.ts';
import { borrowersOf } from '../../../../lambdas/rules/mismo/application/borrowers-of.ts';
import { exportApplication } from '../../../../lambdas/rules/mismo/export-application.ts';
import { importApplication } from '../../../../lambdas/rules/mismo/import-application.ts';
import { maskSealed } from '../../../../lambdas/rules/mismo/binding/mask-sealed.ts';
import { pathValues } from './path-values.ts';
import { sampleApplication, sampleWith } from './sample-application.ts';

const imported = (xml: string) => {
  const { application, defects } = importApplication(xml);
  const { parties = [], loans = [], assets = [] } = application;
  const [party] = parties;
  const borrower = party?.roles?.[0]?.borrower;
  return { application, defects, party, borrower, loan: loans[0], asset: assets[0] };
};

const deal = 'MESSAGE/DEAL_SETS/DEAL_SET/DEALS/DEAL';
const rulesOf = (xml: string) =>
  imported(xml).defects.map(({ path, rule }) => `${path.replace(deal, '…')} ${rule}`);

describe('import of an application', () => {
  it('holds amounts in cents, rates in parts per million and dates as text', () => {
    const { application, defects, party, borrower, loan, asset } = imported(sampleApplication);
    expect(defects).toEqual([]);
    expect(ApplicationSchema.safeParse(application).success).toBe(true);
    expect(party).toMatchObject({
      name: { first: 'Avery', last: 'Sample' },
      contactPoints: [{ telephone: '5550100199', role: 'Mobile' }],
      taxpayerIdentifiers: [{ type: 'SocialSecurityNumber', value: '900000001' }],
    });
    expect(borrower).toMatchObject({
      bornOn: '1980-02-29',
      dependentCount: 0,
      incomes: [{ label: 'INCOME_1', monthlyCents: 650_000, isOfEmployment: true, type: 'Base' }],
      declarations: { citizenship: 'USCitizen' },
      employers: [{ label: 'EMPLOYER_1', name: 'Example Mills', status: 'Current' }],
    });
    expect(loan).toMatchObject({ role: 'SubjectLoan', baseAmountCents: 30_000_000, noteRatePpm: 65_000 });
    expect(asset).toMatchObject({ sequence: 1, accountNumber: 'SAMPLE-77', valueCents: 1_250_050 });
    expect(application.relationships).toHaveLength(3);
  });

  it('holds what MISMO 3.0 has in other places, and puts it back there', () => {
    const xml = sampleApplication
      .replaceAll('TERMS_OF_LOAN>', 'TERMS_OF_MORTGAGE>')
      .replace('<TERMS_OF_MORTGAGE>', '<LOAN_STATE><LoanStateType>AtClosing</LoanStateType></LOAN_STATE>$&')
      .replace('<SUBJECT_PROPERTY>', '<PROPERTIES><PROPERTY>')
      .replace('</SUBJECT_PROPERTY>', '</PROPERTY></PROPERTIES>')
      .replace(
        '<LOAN_IDENTIFIERS>',
        '<AMORTIZATION><AMORTIZATION_RULE><LoanAmortizationType>Fixed</LoanAmortizationType></AMORTIZATION_RULE></AMORTIZATION>$&',
      );
    const { application, loan } = imported(xml);
    expect(loan).toMatchObject({
      state: 'AtClosing',
      amortization: 'Fixed',
      purpose: 'Purchase',
      noteRatePpm: 65_000,
    });
    expect(application.collaterals).toMatchObject([{ properties: [{ address: { city: 'Exampleton' } }] }]);
    const exported = exportApplication(application);
    expect(pathValues(exported)).toEqual(pathValues(xml));
    expect(imported(exported).application).toEqual(application);
  });

  it('understands what a simplified extract states on the party, and gives it to its borrower', () => {
    const role = /<ROLES>[^]*<\/ROLES>/.exec(sampleApplication)?.[0] ?? '';
    const xml = sampleWith(
      role,
      `<ROLES><ROLE><PartyRoleType>Borrower</PartyRoleType></ROLE></ROLES>
      <BIRTH_DATE><BirthDate>1980-02-29</BirthDate></BIRTH_DATE>
      <EMPLOYERS><EMPLOYER><EmployerName>Example Mills</EmployerName><EmploymentStartDate>2019-05-01</EmploymentStartDate>
        <PositionDescription>Weaver</PositionDescription><MonthlyIncomeAmount>6500.25</MonthlyIncomeAmount></EMPLOYER></EMPLOYERS>
      <INCOMES><INCOME><IncomeType>SocialSecurity</IncomeType><MonthlyTotalAmount>200</MonthlyTotalAmount></INCOME></INCOMES>`,
    ).replace(
      '<ASSET_HOLDER><NAME><FullName>Example Savings</FullName></NAME></ASSET_HOLDER>',
      '<AssetHolderName>Example Savings</AssetHolderName>',
    );
    const { application, asset } = imported(xml);
    expect(asset?.holder).toBe('Example Savings');
    expect(borrowersOf(application)).toMatchObject([
      {
        borrower: {
          bornOn: '1980-02-29',
          employers: [
            {
              name: 'Example Mills',
              startedOn: '2019-05-01',
              position: 'Weaver',
              monthlyIncomeCents: 650_025,
            },
          ],
        },
        incomes: [{ income: { type: 'SocialSecurity', monthlyCents: 20_000 } }],
      },
    ]);
    expect(pathValues(exportApplication(application))).toEqual(pathValues(xml));
    expect(JSON.stringify(maskSealed(application, applicationShape))).not.toContain('1980-02-29');
    const strange = sampleWith('<ASSET_HOLDER>', '<BIRTH_DATE>1980-02-29</BIRTH_DATE><ASSET_HOLDER>');
    expect(JSON.stringify(maskSealed(imported(strange).application, applicationShape))).not.toContain(
      '1980-02-29',
    );
  });

  it('keeps the same when an export is read again, whatever order the file had', () => {
    const xml = sampleApplication
      .replace('<ASSET_HOLDER>', '<ZETA/><ALPHA/><ASSET_HOLDER b="1" a="2"><!--c--><Q/>')
      .replace(
        '<SUBJECT_PROPERTY>',
        '<SUBJECT_PROPERTY><!--first--><X/><PROPERTY_DETAIL><Y/></PROPERTY_DETAIL>',
      );
    const { application } = imported(xml);
    expect(imported(exportApplication(application)).application).toEqual(application);
  });

  it('understands the container that says something, and a value that says it has none', () => {
    const { application, defects } = imported(
      sampleWith('<ASSETS>', '<ASSETS/><ASSETS>').replace(
        '<NAME><FirstName>Avery</FirstName>',
        '<NAME><FirstName xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:nil="true"/>',
      ),
    );
    expect(application.assets).toMatchObject([{ label: 'ASSET_1', holder: 'Example Savings' }]);
    expect(defects.map(({ rule }) => rule)).toEqual(['more-than-one']);
    const dated = sampleWith(
      '<BorrowerBirthDate>1980-02-29</BorrowerBirthDate>',
      '<BorrowerBirthDate xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:nil="true"/>',
    );
    expect(imported(dated).defects).toEqual([]);
    expect(exportApplication(imported(dated).application)).toContain('<BorrowerBirthDate xsi:nil="true"/>');
  });

  it('marks taxpayer identifiers, birth dates and account numbers as sealed in its schema', () => {
    const marked: string[] = [];
    const find = (schema: unknown, at: string): void => {
      const { def, meta } = schema as {
        def: Record<string, unknown>;
        meta: () => { sealed?: boolean } | undefined;
      };
      if (meta.call(schema)?.sealed) marked.push(at);
      if (def['innerType']) find(def['innerType'], at);
      if (def['element']) find(def['element'], at);
      for (const [name, each] of Object.entries((def['shape'] as object | undefined) ?? {}))
        find(each, `${at}.${name}`);
    };
    find(ApplicationSchema, '');
    expect(marked).toEqual([
      '.assets.accountNumber',
      '.liabilities.accountNumber',
      '.parties.roles.borrower.bornOn',
      '.parties.bornOn',
      '.parties.taxpayerIdentifiers.value',
      '.submitters.roles.borrower.bornOn',
      '.submitters.bornOn',
      '.submitters.taxpayerIdentifiers.value',
    ]);
  });

  it('reads any prefixes as the namespaces they stand for', () => {
    const prefixed = sampleApplication
      .replaceAll(/<(\/?)([A-Za-z])/g, '<$1m:$2')
      .replace('xmlns=', 'xmlns:m=')
      .replaceAll('xlink:', 'x:')
      .replace('xmlns:xlink', 'xmlns:x')
      .replace('xmlns:x:', 'xmlns:x');
    expect(imported(prefixed.replace('xmlns:x="', 'xmlns:x="')).application).toEqual(
      imported(sampleApplication).application,
    );
  });

  it.each([
    [
      'an amount nobody can read',
      '>12500.5<',
      '>about 12k<',
      '…/ASSETS/ASSET/ASSET_DETAIL/AssetCashOrMarketValueAmount not-an-amount',
    ],
    [
      'an amount written for people',
      '>12500.5<',
      '>$12,500.50<',
      '…/ASSETS/ASSET/ASSET_DETAIL/AssetCashOrMarketValueAmount loose-writing',
    ],
    [
      'an empty amount',
      '>12500.5<',
      '><',
      '…/ASSETS/ASSET/ASSET_DETAIL/AssetCashOrMarketValueAmount empty-value',
    ],
    [
      'a code of no list',
      '>CheckingAccount<',
      '>Checking<',
      '…/ASSETS/ASSET/ASSET_DETAIL/AssetType unknown-code',
    ],
    [
      'a masked taxpayer id',
      '>900000001<',
      '>xxx-xx-0001<',
      '…/PARTIES/PARTY/TAXPAYER_IDENTIFIERS/TAXPAYER_IDENTIFIER/TaxpayerIdentifierValue not-a-taxpayer-id',
    ],
    [
      'a value given twice',
      '<LastName>',
      '<FirstName>Other</FirstName><LastName>',
      '…/PARTIES/PARTY/INDIVIDUAL/NAME/FirstName[2] more-than-one',
    ],
    [
      'a container given twice',
      '<ASSET_HOLDER>',
      '<ASSET_DETAIL/><ASSET_HOLDER>',
      '…/ASSETS/ASSET/ASSET_DETAIL[2] more-than-one',
    ],
    [
      'a container after an empty one',
      '<ASSET_HOLDER>',
      '<ASSET_HOLDER/><ASSET_HOLDER>',
      '…/ASSETS/ASSET/ASSET_HOLDER[2] more-than-one',
    ],
    [
      'elements in a value',
      '>Avery<',
      '><B>Avery</B><',
      '…/PARTIES/PARTY/INDIVIDUAL/NAME/FirstName elements-in-a-value',
    ],
    ['text among elements', '<ASSET_HOLDER>', 'aside<ASSET_HOLDER>', '…/ASSETS/ASSET text-out-of-place'],
    [
      'a sequence that is no number',
      'SequenceNumber="1"',
      'SequenceNumber="one"',
      '…/ASSETS/ASSET/@SequenceNumber not-a-count',
    ],
    [
      'a prefix nobody declared',
      '<ASSET_HOLDER>',
      '<LPA:X>1</LPA:X><ASSET_HOLDER>',
      '…/ASSETS/ASSET/LPA:X undeclared-prefix',
    ],
    ['no namespace', 'xmlns="http://www.mismo.org/residential/2009/schemas"', '', 'MESSAGE no-namespace'],
  ])('names %s by its path and keeps it', (_name, passage, other, defect) => {
    const xml = sampleWith(passage, other);
    expect(rulesOf(xml)).toEqual([defect]);
    const { application, namespaces } = importApplication(xml);
    expect(pathValues(exportApplication(application, namespaces))).toEqual(pathValues(xml));
  });

  it('keeps an unreadable value that a readable one follows, even when the readable one is edited', () => {
    const type = '<AssetType>CheckingAccount</AssetType>';
    const xml = sampleWith(type, `<AssetType>Chequing</AssetType>${type}`);
    expect(rulesOf(xml)).toEqual([
      '…/ASSETS/ASSET/ASSET_DETAIL/AssetType[1] unknown-code',
      '…/ASSETS/ASSET/ASSET_DETAIL/AssetType[2] more-than-one',
    ]);
    const { application } = imported(xml);
    const [first] = application.assets ?? [];
    const exported = exportApplication({ ...application, assets: [{ ...first, type: 'Bond' }] });
    expect(exported).toContain('<AssetType>Chequing</AssetType>');
    expect(exported).toContain('<AssetType>Bond</AssetType>');
  });

  it('understands a data point that stands outside its container, and puts it back where it stood', () => {
    const xml = sampleWith(
      '<ROLE_DETAIL><PartyRoleType>Borrower</PartyRoleType></ROLE_DETAIL>',
      '<PartyRoleType>Borrower</PartyRoleType>',
    );
    expect(rulesOf(xml)).toEqual(['…/PARTIES/PARTY/ROLES/ROLE/PartyRoleType out-of-place']);
    const { application } = imported(xml);
    expect(application.parties?.[0]?.roles?.[0]?.type).toBe('Borrower');
    expect(pathValues(exportApplication(application))).toEqual(pathValues(xml));
  });

  it('never repeats what a person gave in a defect', () => {
    const xml = sampleWith('>900000001<', '>900-00-ABCD<').replace('>12500.5<', '>900000001 dollars<');
    expect(JSON.stringify(imported(xml).defects)).not.toMatch(/900|dollars/);
  });

  it('refuses a root that is no message', () => {
    expect(() => importApplication('<DEAL/>')).toThrow('the root of an application is MESSAGE');
  });
});
