const arc = (from: string, to: string, role: string): string =>
  `<RELATIONSHIP xlink:from="${from}" xlink:to="${to}" xlink:arcrole="urn:fdc:mismo.org:2009:residential/${role}"/>`;

const borrower = `
<PARTY>
  <INDIVIDUAL>
    <CONTACT_POINTS>
      <CONTACT_POINT>
        <CONTACT_POINT_TELEPHONE><ContactPointTelephoneValue>5550100199</ContactPointTelephoneValue></CONTACT_POINT_TELEPHONE>
        <CONTACT_POINT_DETAIL><ContactPointRoleType>Mobile</ContactPointRoleType></CONTACT_POINT_DETAIL>
      </CONTACT_POINT>
    </CONTACT_POINTS>
    <NAME><FirstName>Avery</FirstName><LastName>Sample</LastName></NAME>
  </INDIVIDUAL>
  <ROLES>
    <ROLE xlink:label="BORROWER_1">
      <BORROWER>
        <BORROWER_DETAIL><BorrowerBirthDate>1980-02-29</BorrowerBirthDate><DependentCount>0</DependentCount></BORROWER_DETAIL>
        <CURRENT_INCOME><CURRENT_INCOME_ITEMS>
          <CURRENT_INCOME_ITEM xlink:label="INCOME_1"><CURRENT_INCOME_ITEM_DETAIL>
            <CurrentIncomeMonthlyTotalAmount>6500</CurrentIncomeMonthlyTotalAmount>
            <EmploymentIncomeIndicator>true</EmploymentIncomeIndicator><IncomeType>Base</IncomeType>
          </CURRENT_INCOME_ITEM_DETAIL></CURRENT_INCOME_ITEM>
        </CURRENT_INCOME_ITEMS></CURRENT_INCOME>
        <DECLARATION><DECLARATION_DETAIL><CitizenshipResidencyType>USCitizen</CitizenshipResidencyType></DECLARATION_DETAIL></DECLARATION>
        <EMPLOYERS>
          <EMPLOYER xlink:label="EMPLOYER_1">
            <LEGAL_ENTITY><LEGAL_ENTITY_DETAIL><FullName>Example Mills</FullName></LEGAL_ENTITY_DETAIL></LEGAL_ENTITY>
            <EMPLOYMENT><EmploymentStatusType>Current</EmploymentStatusType></EMPLOYMENT>
          </EMPLOYER>
        </EMPLOYERS>
      </BORROWER>
      <ROLE_DETAIL><PartyRoleType>Borrower</PartyRoleType></ROLE_DETAIL>
    </ROLE>
  </ROLES>
  <TAXPAYER_IDENTIFIERS><TAXPAYER_IDENTIFIER>
    <TaxpayerIdentifierType>SocialSecurityNumber</TaxpayerIdentifierType>
    <TaxpayerIdentifierValue>900000001</TaxpayerIdentifierValue>
  </TAXPAYER_IDENTIFIER></TAXPAYER_IDENTIFIERS>
</PARTY>`;

/** An application without a defect, for tests to break: every person and company in it is invented. */
export const sampleApplication = `<?xml version="1.0" encoding="UTF-8"?>
<MESSAGE xmlns="http://www.mismo.org/residential/2009/schemas" xmlns:xlink="http://www.w3.org/1999/xlink"
  xmlns:ULAD="http://www.datamodelextension.org/Schema/ULAD" MISMOReferenceModelIdentifier="3.4.032420160128">
<ABOUT_VERSIONS><ABOUT_VERSION><CreatedDatetime>2026-06-01T12:00:00Z</CreatedDatetime></ABOUT_VERSION></ABOUT_VERSIONS>
<DEAL_SETS><DEAL_SET><DEALS><DEAL>
<ASSETS><ASSET SequenceNumber="1" xlink:label="ASSET_1">
  <ASSET_DETAIL>
    <AssetAccountIdentifier>SAMPLE-77</AssetAccountIdentifier>
    <AssetCashOrMarketValueAmount>12500.5</AssetCashOrMarketValueAmount>
    <AssetType>CheckingAccount</AssetType>
  </ASSET_DETAIL>
  <ASSET_HOLDER><NAME><FullName>Example Savings</FullName></NAME></ASSET_HOLDER>
</ASSET></ASSETS>
<COLLATERALS><COLLATERAL><SUBJECT_PROPERTY>
  <ADDRESS><AddressLineText>1 Sample Way</AddressLineText><CityName>Exampleton</CityName><PostalCode>00001</PostalCode><StateCode>NE</StateCode></ADDRESS>
</SUBJECT_PROPERTY></COLLATERAL></COLLATERALS>
<LIABILITIES><LIABILITY xlink:label="LIABILITY_1">
  <LIABILITY_DETAIL><LiabilityMonthlyPaymentAmount>250.00</LiabilityMonthlyPaymentAmount><LiabilityType>Installment</LiabilityType></LIABILITY_DETAIL>
</LIABILITY></LIABILITIES>
<LOANS><LOAN LoanRoleType="SubjectLoan">
  <LOAN_IDENTIFIERS><LOAN_IDENTIFIER><LoanIdentifier>SAMPLE-1</LoanIdentifier><LoanIdentifierType>LenderLoan</LoanIdentifierType></LOAN_IDENTIFIER></LOAN_IDENTIFIERS>
  <QUALIFICATION><TotalLiabilitiesMonthlyPaymentAmount>250.00</TotalLiabilitiesMonthlyPaymentAmount></QUALIFICATION>
  <TERMS_OF_LOAN><BaseLoanAmount>300000.00</BaseLoanAmount><LoanPurposeType>Purchase</LoanPurposeType><MortgageType>Conventional</MortgageType><NoteRatePercent>6.5</NoteRatePercent></TERMS_OF_LOAN>
</LOAN></LOANS>
<PARTIES>${borrower}</PARTIES>
<RELATIONSHIPS>
${arc('ASSET_1', 'BORROWER_1', 'ASSET_IsAssociatedWith_ROLE')}
${arc('LIABILITY_1', 'BORROWER_1', 'LIABILITY_IsAssociatedWith_ROLE')}
${arc('INCOME_1', 'EMPLOYER_1', 'CURRENT_INCOME_ITEM_IsAssociatedWith_EMPLOYER')}
</RELATIONSHIPS>
</DEAL></DEALS></DEAL_SET></DEAL_SETS>
</MESSAGE>
`;

/** The sample with one passage in place of another, which must be in it. */
export function sampleWith(passage: string, other: string): string {
  if (!sampleApplication.includes(passage)) throw new Error(`the sample does not have ${passage}`);
  return sampleApplication.replace(passage, other);
}
