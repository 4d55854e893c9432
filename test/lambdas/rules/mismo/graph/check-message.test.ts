import { describe, expect, it } from 'vitest';
import { checkedApplication } from '../../../../../lambdas/rules/mismo/import-application.ts';
import { readXml } from '../../../../../lambdas/rules/mismo/xml/read-xml.ts';
import { sampleApplication, sampleWith } from '../sample-application.ts';

const deal = 'MESSAGE/DEAL_SETS/DEAL_SET/DEALS/DEAL';
const found = (xml: string): string[] =>
  checkedApplication(readXml(xml)).defects.map(({ path, rule }) => `${rule} ${path.replace(deal, '…')}`);

const urn = 'urn:fdc:mismo.org:2009:residential/';
const firstArc = `<RELATIONSHIP xlink:from="ASSET_1" xlink:to="BORROWER_1" xlink:arcrole="${urn}ASSET_IsAssociatedWith_ROLE"/>`;
const arc = (from: string, to: string, role: string) =>
  `${firstArc}<RELATIONSHIP xlink:from="${from}" xlink:to="${to}" xlink:arcrole="${role}"/>`;
const party = (role: string, label: string) =>
  `<PARTY><ROLES><ROLE xlink:label="${label}"><BORROWER><DECLARATION><DECLARATION_DETAIL/></DECLARATION></BORROWER><ROLE_DETAIL><PartyRoleType>${role}</PartyRoleType></ROLE_DETAIL></ROLE></ROLES></PARTY>`;
const parties = (role: string, count: number) =>
  `${Array.from({ length: count }, (_each, index) => party(role, `P${index}`)).join('')}</PARTIES>`;
const loan = '<LOAN LoanRoleType="SubjectLoan">';
const joint = `${urn}ROLE_SharesJointCreditReportWith_ROLE`;

describe('check of an application', () => {
  it('finds nothing in a sound file', () => {
    expect(found(sampleApplication)).toEqual([]);
  });

  it.each([
    [
      'a label twice',
      'xlink:label="LIABILITY_1"',
      'xlink:label="ASSET_1"',
      [
        'duplicate-label …/LIABILITIES/LIABILITY',
        'dangling-arc …/RELATIONSHIPS/RELATIONSHIP[2]',
        'tied-to-no-borrower …/LIABILITIES/LIABILITY',
      ],
    ],
    [
      'a label that is no name',
      'xlink:label="EMPLOYER_1"',
      'xlink:label="1 EMPLOYER"',
      [
        'label-not-a-name …/PARTIES/PARTY/ROLES/ROLE/BORROWER/EMPLOYERS/EMPLOYER',
        'dangling-arc …/RELATIONSHIPS/RELATIONSHIP[3]',
      ],
    ],
    [
      'an arc to nowhere',
      firstArc,
      arc('ASSET_1', 'BORROWER_9', `${urn}ASSET_IsAssociatedWith_ROLE`),
      ['dangling-arc …/RELATIONSHIPS/RELATIONSHIP[2]'],
    ],
    [
      'an arc from the wrong kind',
      firstArc,
      arc('EMPLOYER_1', 'BORROWER_1', `${urn}ASSET_IsAssociatedWith_ROLE`),
      ['arc-end-of-wrong-kind …/RELATIONSHIPS/RELATIONSHIP[2]'],
    ],
    [
      'an arc without its ends',
      firstArc,
      `${firstArc}<RELATIONSHIP/>`,
      [
        'arcrole-missing …/RELATIONSHIPS/RELATIONSHIP[2]',
        'arc-end-missing …/RELATIONSHIPS/RELATIONSHIP[2]',
        'arc-end-missing …/RELATIONSHIPS/RELATIONSHIP[2]',
      ],
    ],
    [
      'an arc role that DU does not know',
      firstArc,
      arc('ASSET_1', 'BORROWER_1', `${urn}ASSET_IsOwnedBy_ROLE`),
      ['unknown-arcrole …/RELATIONSHIPS/RELATIONSHIP[2]'],
    ],
    [
      'an arc role of another house',
      firstArc,
      arc('ASSET_1', 'BORROWER_1', 'urn:example:ASSET_IsAssociatedWith_ROLE'),
      ['foreign-arcrole …/RELATIONSHIPS/RELATIONSHIP[2]'],
    ],
    [
      'an arc said twice',
      firstArc,
      `${firstArc}${firstArc}`,
      ['duplicate-arc …/RELATIONSHIPS/RELATIONSHIP[2]'],
    ],
    [
      'an arc to itself',
      firstArc,
      arc('BORROWER_1', 'BORROWER_1', joint),
      ['arc-to-itself …/RELATIONSHIPS/RELATIONSHIP[2]'],
    ],
    ['an asset of nobody', firstArc, '', ['tied-to-no-borrower …/ASSETS/ASSET']],
    [
      'income of no employer',
      'xlink:from="INCOME_1"',
      'xlink:from="EMPLOYER_1"',
      [
        'arc-to-itself …/RELATIONSHIPS/RELATIONSHIP[3]',
        'arc-end-of-wrong-kind …/RELATIONSHIPS/RELATIONSHIP[3]',
        'income-without-employer …/PARTIES/PARTY/ROLES/ROLE/BORROWER/CURRENT_INCOME/CURRENT_INCOME_ITEMS/CURRENT_INCOME_ITEM',
      ],
    ],
    [
      'other income of an employer',
      '<EmploymentIncomeIndicator>true',
      '<EmploymentIncomeIndicator>false',
      [
        'other-income-with-employer …/PARTIES/PARTY/ROLES/ROLE/BORROWER/CURRENT_INCOME/CURRENT_INCOME_ITEMS/CURRENT_INCOME_ITEM',
      ],
    ],
    [
      'a number that is none',
      'SequenceNumber="1"',
      'SequenceNumber="0"',
      ['sequence-not-a-number …/ASSETS/ASSET'],
    ],
    ['no loan role', loan, '<LOAN>', ['loan-role-missing …/LOANS/LOAN', 'no-subject-loan …']],
    [
      'two subject loans',
      loan,
      `<LOAN LoanRoleType="SubjectLoan"><TERMS_OF_LOAN><BaseLoanAmount>1</BaseLoanAmount><LoanPurposeType>Purchase</LoanPurposeType><MortgageType>VA</MortgageType></TERMS_OF_LOAN></LOAN>${loan}`,
      ['second-subject-loan …/LOANS/LOAN[2]'],
    ],
    [
      'a loan number too long for DU',
      '>SAMPLE-1<',
      '>SAMPLE-1234567890<',
      ['loan-identifier-too-long …/LOANS/LOAN/LOAN_IDENTIFIERS/LOAN_IDENTIFIER'],
    ],
    [
      'two numbers of a kind',
      '</LOAN_IDENTIFIERS>',
      '<LOAN_IDENTIFIER><LoanIdentifier>SAMPLE-2</LoanIdentifier><LoanIdentifierType>LenderLoan</LoanIdentifierType></LOAN_IDENTIFIER></LOAN_IDENTIFIERS>',
      ['identifiers-differ …/LOANS/LOAN/LOAN_IDENTIFIERS/LOAN_IDENTIFIER[2]'],
    ],
    ['eleven parties', '</PARTIES>', parties('Appraiser', 10), ['too-many-parties …/PARTIES/PARTY[11]']],
    [
      'no borrower',
      '>Borrower<',
      '>Cosigner<',
      ['tied-to-no-borrower …/ASSETS/ASSET', 'tied-to-no-borrower …/LIABILITIES/LIABILITY', 'no-borrower …'],
    ],
    [
      'no declaration',
      /<DECLARATION>.*<\/DECLARATION>/.exec(sampleApplication)?.[0] ?? '',
      '',
      ['declaration-missing …/PARTIES/PARTY/ROLES/ROLE'],
    ],
    ['no purpose', '<LoanPurposeType>Purchase</LoanPurposeType>', '', ['missing-required …/LOANS/LOAN']],
    [
      'no version',
      ' MISMOReferenceModelIdentifier="3.4.032420160128"',
      '',
      ['model-identifier-missing MESSAGE'],
    ],
    ['another version', '3.4.032420160128', '3.4.0', ['model-identifier-not-du MESSAGE']],
    [
      'an element of no standard',
      '<ASSET_HOLDER>',
      '<ASSET_HINTS><Hint>x</Hint></ASSET_HINTS><ASSET_HOLDER>',
      ['not-of-the-standard …/ASSETS/ASSET/ASSET_HINTS'],
    ],
    [
      'a party that is a person and a company',
      '<ROLES>',
      '<LEGAL_ENTITY><LEGAL_ENTITY_DETAIL><FullName>Sample Inc</FullName></LEGAL_ENTITY_DETAIL></LEGAL_ENTITY><ROLES>',
      ['both-of-a-choice …/PARTIES/PARTY/LEGAL_ENTITY'],
    ],
    ['no loan', /<LOANS>[^]*<\/LOANS>/.exec(sampleApplication)?.[0] ?? '', '', ['no-loan …']],
    [
      'income without an amount',
      '<CurrentIncomeMonthlyTotalAmount>6500</CurrentIncomeMonthlyTotalAmount>',
      '',
      [
        'missing-required …/PARTIES/PARTY/ROLES/ROLE/BORROWER/CURRENT_INCOME/CURRENT_INCOME_ITEMS/CURRENT_INCOME_ITEM',
      ],
    ],
    [
      'a universal loan identifier whose check digits do not hold',
      '</LOAN_IDENTIFIERS>',
      '<LOAN_IDENTIFIER><LoanIdentifier>10Bx939c5543TqA1144M999143X39</LoanIdentifier><LoanIdentifierType>UniversalLoan</LoanIdentifierType></LOAN_IDENTIFIER></LOAN_IDENTIFIERS>',
      ['uli-not-valid …/LOANS/LOAN/LOAN_IDENTIFIERS/LOAN_IDENTIFIER[2]'],
    ],
    [
      'names out of sequence',
      '<FirstName>Avery</FirstName><LastName>Sample</LastName>',
      '<LastName>Sample</LastName><FirstName>Avery</FirstName>',
      ['out-of-sequence …/PARTIES/PARTY/INDIVIDUAL/NAME'],
    ],
    [
      'a debt that the total leaves out',
      '<TotalLiabilitiesMonthlyPaymentAmount>250.00',
      '<TotalLiabilitiesMonthlyPaymentAmount>25.00',
      ['total-differs …/LOANS/LOAN/QUALIFICATION/TotalLiabilitiesMonthlyPaymentAmount'],
    ],
    [
      'a second deal',
      '</DEAL></DEALS>',
      '</DEAL><DEAL/></DEALS>',
      ['more-than-one …[2]', 'too-many-deals …[2]'],
    ],
  ])('finds %s', (_name, passage, other, defects) => {
    const shown = found(sampleWith(passage, other));
    expect(shown.toSorted()).toEqual(defects.toSorted());
  });

  it('knows a borrower, the subject loan, an income and an arc by what is meant, however it is written', () => {
    const loose = sampleApplication
      .replace('>Borrower<', '>borrower<')
      .replace('"SubjectLoan"', '"Subject Loan"')
      .replace('<EmploymentIncomeIndicator>true', '<EmploymentIncomeIndicator>Y')
      .replaceAll(urn, 'URN:fdc:mismo.org:2009:Residential/');
    expect(found(loose).filter((each) => !/^(?:loose-writing|foreign-arcrole) /.test(each))).toEqual([]);
    expect(found(loose.replace('>Y<', '>N<'))).toContainEqual(
      expect.stringMatching(/^other-income-with-employer /),
    );
    expect(found(loose.replace('<LOANS>', '<LOANS><LOAN LoanRoleType="subject_loan"/>'))).toContainEqual(
      expect.stringMatching(/^second-subject-loan /),
    );
  });

  it('finds the terms of a loan where MISMO 3.0 has them', () => {
    const older = sampleApplication.replaceAll('TERMS_OF_LOAN>', 'TERMS_OF_MORTGAGE>');
    expect(found(older)).toEqual([]);
  });

  it('finds a fifth borrower and one with two partners in credit', () => {
    const several = sampleWith('</PARTIES>', parties('Borrower', 4)).replace(
      firstArc,
      arc('P0', 'P1', joint) + arc('P0', 'P2', joint).replace(firstArc, ''),
    );
    const rules = found(several).filter((each) => !each.startsWith('missing-required'));
    expect(rules).toEqual([
      'joint-credit-with-several …/PARTIES/PARTY[2]/ROLES/ROLE',
      'too-many-borrowers …/PARTIES/PARTY[5]',
    ]);
  });
});
