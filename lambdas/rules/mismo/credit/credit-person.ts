import { at, many, shape } from '../binding/shape.ts';
import { creditError, creditText } from './credit-text.ts';
import { birthDate, code, count, date, letterIndicator, taxpayerId, text } from '../binding/value-kinds.ts';

const names = {
  first: at('@_FirstName', text),
  middle: at('@_MiddleName', text),
  last: at('@_LastName', text),
  suffix: at('@_NameSuffix', text),
  unparsed: at('@_UnparsedName', text),
};

const residence = shape({
  street: at('@_StreetAddress', text),
  city: at('@_City', text),
  state: at('@_State', code),
  postalCode: at('@_PostalCode', text),
  type: at('@BorrowerResidencyType', code),
  reportedOn: at('@_DateReported', date),
});

const employer = shape({
  name: at('@_Name', text),
  position: at('@EmploymentPositionDescription', text),
  status: at('@EmploymentCurrentIndicator', code),
  startedOn: at('@CurrentEmploymentStartDate', date),
});

/** A person as asked about, or as one repository has it. Sealed: the SSN and the birth date. */
const person = {
  ...names,
  ssn: at('@_SSN', taxpayerId),
  bornOn: at('@_BirthDate', birthDate),
  ageYears: at('@_AgeYears', count),
  position: at('@_PrintPositionType', code),
  maritalStatus: at('@MaritalStatusType', code),
  aliases: many('_ALIAS', shape(names)),
  residences: many('_RESIDENCE', residence),
  employers: many('EMPLOYER', employer),
};

/** A borrower of the request, to whom everything else refers by id; several when reports are merged. */
export const creditBorrower = shape({ id: at('@BorrowerID', text), ...person });

const alert = shape({
  category: at('@_CategoryType', code),
  categoryOther: at('@_CategoryTypeOtherDescription', text),
  type: at('@_Type', code),
  code: at('@_Code', text),
  isAdverse: at('@_AdverseIndicator', letterIndicator),
  texts: many('_Text', creditText),
});

/** What one repository returned for one borrower, with its alerts. */
export const creditFile = shape({
  id: at('@CreditFileID', text),
  borrowerId: at('@BorrowerID', text),
  repository: at('@CreditRepositorySourceType', code),
  result: at('@_ResultStatusType', code),
  resultOther: at('@_ResultStatusTypeOtherDescription', text),
  inFileOn: at('@_InfileDate', date),
  alerts: many('_ALERT_MESSAGE', alert),
  /** Why there is no file, or less of it. */
  errors: many('CREDIT_ERROR_MESSAGE', creditError),
  people: many('_BORROWER', shape(person)),
});
