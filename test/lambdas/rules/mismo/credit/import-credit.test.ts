import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryModel } from '../arbitrary-model.ts';
import { creditReply } from '../../../../../lambdas/rules/mismo/credit/credit-report.ts';
import { exportCredit, importCredit } from '../../../../../lambdas/rules/mismo/import-credit.ts';
import { maskSealed } from '../../../../../lambdas/rules/mismo/binding/mask-sealed.ts';
import { monthsOf } from '../../../../../lambdas/rules/mismo/credit/payment-pattern.ts';
import { pathValues } from '../path-values.ts';

/** Two invented people of one merged report; every name, number and creditor in it is made up. */
const report = `<CREDIT_RESPONSE CreditReportIdentifier="S1" CreditReportType="Merge" CreditReportFirstIssuedDate="2026-06-01">
  <CREDIT_REPOSITORY_INCLUDED _EquifaxIndicator="Y" _ExperianIndicator="N" _TransUnionIndicator="N"/>
  <BORROWER BorrowerID="B1" _FirstName="AVERY" _LastName="SAMPLE" _SSN="900000001" _PrintPositionType="Borrower"/>
  <BORROWER BorrowerID="B2" _FirstName="ROBIN" _LastName="SAMPLE" _SSN="900-00-0002" _PrintPositionType="CoBorrower"/>
  <CREDIT_LIABILITY CreditLiabilityID="L1" BorrowerID="B1 B2" CreditFileID="F1" _AccountIdentifier="X9" _AccountOpenedDate="2019-05" _AccountType="Mortgage" _HighCreditAmount="250000" _MonthlyPaymentAmount="1500.50" _UnpaidBalanceAmount="0">
    <_CREDITOR _Name="EXAMPLE LENDING"><CONTACT_DETAIL><CONTACT_POINT _RoleType="Work" _Type="Phone" _Value="BYMAILONLY"/></CONTACT_DETAIL></_CREDITOR>
    <_LATE_COUNT _30Days="1" _60Days="0"/>
    <_CURRENT_RATING _Code="C" _Type="AsAgreed"/>
    <_PAYMENT_PATTERN _Data="CC1X" _StartDate="2026-02-01"/>
  </CREDIT_LIABILITY>
  <CREDIT_INQUIRY CreditInquiryID="I1" BorrowerID="B1" CreditFileID="F1" _Name="SAMPLE BANK" _Date="2026-05-20"/>
  <CREDIT_PUBLIC_RECORD CreditPublicRecordID="P1" BorrowerID="B1" CreditFileID="F1" _Type="Judgment" _FiledDate="2018-01-02" _LegalObligationAmount="900"/>
  <CREDIT_FILE CreditFileID="F1" BorrowerID="B1" CreditRepositorySourceType="Equifax" _ResultStatusType="FileReturned">
    <_ALERT_MESSAGE _AdverseIndicator="Y" _CategoryType="FACTAAddressDiscrepancy"><_Text>ADDRESS DIFFERS</_Text></_ALERT_MESSAGE>
    <_BORROWER _FirstName="AVERY" _LastName="Sample" _SSN="900000001" _BirthDate="1980-02-29"/>
  </CREDIT_FILE>
  <CREDIT_SCORE CreditScoreID="C1" BorrowerID="B1" CreditFileID="F1" CreditRepositorySourceType="Equifax" _ModelNameType="EquifaxBeacon5.0" _Value="712">
    <_FACTOR _Code="008" _Text="TOO MANY INQUIRIES LAST 12 MONTHS"/><_FACTOR _Code="014" _Text="LENGTH OF TIME ACCOUNTS HAVE BEEN ESTABLISHED"/>
  </CREDIT_SCORE>
</CREDIT_RESPONSE>`;
const reply = `<RESPONSE_GROUP MISMOVersionID="2.3.1"><RESPONDING_PARTY _Name="EXAMPLE CREDIT"/><RESPONSE ResponseDateTime="2026-06-01T10:00:00-07"><RESPONSE_DATA>${report}</RESPONSE_DATA><STATUS _Name="OK"/></RESPONSE></RESPONSE_GROUP>`;

const reportOf = (xml: string) => importCredit(xml).credit.responses?.[0]?.reports?.[0];
const found = (passage: string, other: string) => {
  if (!reply.includes(passage)) throw new Error(`the sample does not have ${passage}`);
  return importCredit(reply.replace(passage, other)).defects.map(
    ({ rule, path }) =>
      `${rule} ${path.replace('RESPONSE_GROUP/RESPONSE/RESPONSE_DATA/CREDIT_RESPONSE', '…')}`,
  );
};

describe('import of a credit reply', { timeout: 30_000 }, () => {
  it('holds people, tradelines, inquiries, records, files and scores with their reasons', () => {
    expect(importCredit(reply).defects.map(({ rule }) => rule)).toEqual(['loose-writing']); // one SSN has hyphens
    expect(reportOf(reply)).toMatchObject({
      identifier: 'S1',
      hasEquifax: true,
      borrowers: [
        { id: 'B1', ssn: '900000001' },
        { id: 'B2', ssn: '900000002' },
      ],
      liabilities: [
        {
          creditor: 'EXAMPLE LENDING',
          borrowerId: 'B1 B2',
          openedOn: '2019-05',
          highCreditCents: 25_000_000,
          monthlyPaymentCents: 150_050,
          late30: 1,
          currentRating: 'AsAgreed',
          creditorContacts: [{ value: 'BYMAILONLY' }],
        },
      ],
      inquiries: [{ name: 'SAMPLE BANK', on: '2026-05-20' }],
      publicRecords: [{ type: 'Judgment', legalObligationCents: 90_000 }],
      files: [
        {
          repository: 'Equifax',
          alerts: [{ isAdverse: true, texts: [{ text: 'ADDRESS DIFFERS' }] }],
          people: [{ bornOn: '1980-02-29' }],
        },
      ],
      scores: [{ value: 712, model: 'EquifaxBeacon5.0', factors: [{ code: '008' }, { code: '014' }] }],
    });
  });

  it('reads a report without its envelope', () => {
    expect(reportOf(report)).toEqual(reportOf(reply));
    expect(() => importCredit('<MESSAGE/>')).toThrow('the root of a credit reply');
  });

  it('gives back the file, whatever it does not hold included', () => {
    const xml = reply.replace('<STATUS', '<VENDOR_NOTE a="1">kept</VENDOR_NOTE><STATUS');
    const { credit, namespaces } = importCredit(xml);
    expect(pathValues(exportCredit(credit, namespaces))).toEqual(pathValues(xml));
    expect(exportCredit(credit, namespaces)).not.toContain('xmlns');
  });

  it('holds what vendors add: several texts of one error, a frozen file, its keys, names without underscores', () => {
    const xml = reply
      .replace('<RESPONSE_DATA>', '<KEY _Name="Pull" _Value="Soft"/><RESPONSE_DATA>')
      .replace('<BORROWER ', '<CREDIT_FROZEN_STATUS _EquifaxIndicator="Y"/><BORROWER ')
      .replace('CreditReportType=', 'CreditReportMergeTypeIndicator="ListAndStack" CreditReportType=')
      .replace('_AccountIdentifier=', 'IsMortgageIndicator="Y" LastPaymentDate="2026-01" _AccountIdentifier=')
      .replace(
        '</CREDIT_FILE>',
        `</CREDIT_FILE><CREDIT_FILE CreditFileID="F2" _ResultStatusType="NoFileReturnedCreditFreeze"><CREDIT_ERROR_MESSAGE
          _Code="E7"><_Text>FROZEN</_Text><_Text>ASK THE CONSUMER</_Text></CREDIT_ERROR_MESSAGE></CREDIT_FILE>
          <EMBEDDED_FILE _Type="PDF" _EncodingType="base64"><DOCUMENT><![CDATA[QUJD]]></DOCUMENT></EMBEDDED_FILE>`,
      );
    const { credit, namespaces, defects } = importCredit(xml);
    expect(defects.map(({ rule }) => rule)).toEqual(['loose-writing', 'no-file-returned']);
    expect(credit.responses?.[0]?.keys).toEqual([{ name: 'Pull', value: 'Soft' }]);
    expect(credit.responses?.[0]?.reports?.[0]).toMatchObject({
      mergeType: 'ListAndStack',
      isFrozenAtEquifax: true,
      liabilities: [{ isMortgage: true, lastPaymentOn: '2026-01' }],
      files: [{}, { errors: [{ code: 'E7', texts: [{ text: 'FROZEN' }, { text: 'ASK THE CONSUMER' }] }] }],
      embeddedFiles: [{ type: 'PDF', content: 'QUJD' }],
    });
    expect(JSON.stringify(maskSealed(credit, creditReply))).not.toContain('QUJD');
    const exported = exportCredit(credit, namespaces);
    expect(pathValues(exported)).toEqual(pathValues(xml));
    expect(importCredit(exported).credit).toEqual(credit);
  });

  it('passes over the document type that a reply names', () => {
    const named = `<!DOCTYPE RESPONSE_GROUP SYSTEM "CREDIT_RESPONSE_v2_3_1.dtd">${reply}`;
    expect(importCredit(named).credit).toEqual(importCredit(reply).credit);
    expect(importCredit(named).defects[0]).toMatchObject({ path: 'RESPONSE_GROUP', rule: 'doctype-ignored' });
  });

  it('keeps every value of any reply through its XML and back', () => {
    fc.assert(
      fc.property(arbitraryModel(creditReply), (any) => {
        expect(importCredit(exportCredit(any)).credit).toEqual(any);
      }),
      { numRuns: 20 },
    );
  });

  const hyphens = 'loose-writing …/BORROWER[2]/@_SSN';
  it.each([
    [
      'an id twice',
      'BorrowerID="B2" _FirstName',
      'BorrowerID="B1" _FirstName',
      ['duplicate-id …/BORROWER[2]', 'dangling-id …/CREDIT_LIABILITY'],
    ],
    [
      'a file that is not there',
      'CreditInquiryID="I1" BorrowerID="B1" CreditFileID="F1"',
      'CreditInquiryID="I1" BorrowerID="B1" CreditFileID="F7"',
      ['dangling-id …/CREDIT_INQUIRY'],
    ],
    [
      'a repository without a file',
      '_ExperianIndicator="N"',
      '_ExperianIndicator="Y"',
      ['repository-without-file …'],
    ],
    ['no hit', '"FileReturned"', '"NoFileReturnedNoHit"', ['no-file-returned …/CREDIT_FILE']],
    [
      'a file of another SSN',
      '_LastName="Sample" _SSN="900000001"',
      '_LastName="Sample" _SSN="900000009"',
      ['file-of-another-ssn …/CREDIT_FILE/_BORROWER'],
    ],
    [
      'a file of another name',
      '_LastName="Sample"',
      '_LastName="Other"',
      ['file-of-another-name …/CREDIT_FILE/_BORROWER'],
    ],
    ['a score of nothing', ' _Value="712"', '', ['score-without-value …/CREDIT_SCORE']],
    [
      'a score in words',
      '"712"',
      '"high"',
      ['not-a-count …/CREDIT_SCORE/@_Value', 'score-without-value …/CREDIT_SCORE'],
    ],
    [
      'a pattern of unknown marks',
      '"CC1X"',
      '"CC?X"',
      ['payment-pattern-unclear …/CREDIT_LIABILITY/_PAYMENT_PATTERN'],
    ],
    [
      'a vendor’s refusal',
      '<CREDIT_SCORE ',
      '<CREDIT_ERROR_MESSAGE _Code="E1"><_Text>NO</_Text></CREDIT_ERROR_MESSAGE><CREDIT_SCORE ',
      ['vendor-error …/CREDIT_ERROR_MESSAGE'],
    ],
    [
      'an amount in words',
      '"1500.50"',
      '"lots"',
      ['not-an-amount …/CREDIT_LIABILITY/@_MonthlyPaymentAmount'],
    ],
  ])('finds %s', (_name, passage, other, rules) => {
    expect(found(passage, other).toSorted()).toEqual([hyphens, ...rules].toSorted());
  });

  it('reads a payment pattern back from its start, month by month', () => {
    expect(monthsOf('CC1X', '2026-02-01')).toEqual([
      { month: '2026-02', rating: 'as-agreed' },
      { month: '2026-01', rating: 'as-agreed' },
      { month: '2025-12', rating: 'late-30' },
      { month: '2025-11', rating: 'no-data' },
    ]);
    expect(monthsOf('C', undefined)).toBeUndefined();
    expect(monthsOf('C?', '2026-02')).toBeUndefined();
  });
});
