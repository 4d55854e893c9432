import type { Stage } from '../../shared/stages.ts';
import type { ContactChannels } from '../../shared/views/contact-channels.v1.ts';
import type { LoanSummary } from '../../shared/views/loan-summary.v1.ts';
import type { FieldLineage, FieldValue, MappedField, RecordToSend } from './record-to-send.ts';

/** The loan statuses of the lender's account at Total Expert, by our stages. */
export const statusNames: Record<Stage, string> = {
  NEW_LEAD: 'Lead',
  APPLICATION: 'Application',
  PROCESSING: 'Processing',
  UNDERWRITING: 'Underwriting',
  CLEAR_TO_CLOSE: 'Clear to Close',
  FUNDED: 'Funded',
  WITHDRAWN: 'Withdrawn',
  DENIED: 'Denied',
};

export const purposeNames: Record<LoanSummary['purpose'], string> = {
  PURCHASE: 'Purchase',
  REFINANCE: 'Refinance',
};

/** `POST /v1/contacts` of the public API v1: source, names, one way to reach them, and as Admin the owner. */
export function contactRecord(channels: ContactChannels, loan: LoanSummary): RecordToSend {
  const { contactId, firstName, lastName, email, phone } = channels;
  const person = fieldsFrom({ from: 'contact-channels', itemId: contactId });
  return {
    kind: 'contact',
    recordId: contactId,
    fields: [
      { field: 'source', value: 'Keyturn', from: 'lender', itemId: 'keyturn' },
      ...person({
        external_id: contactId,
        first_name: firstName,
        last_name: lastName,
        email,
        phone_cell: phone,
      }),
      ...fieldsOf(loan)({ owner: { external_id: loan.officerUserId } }),
    ],
  };
}

/**
 * `POST /v1/loans`: external id, owner, borrower by the id that Total Expert gave its contact. A second borrower is the
 * coborrower; Total Expert has no place for a third.
 */
export function loanRecord(loan: LoanSummary, contactIds: readonly [string, ...string[]]): RecordToSend {
  const [borrower, coborrower] = contactIds;
  const { propertyAddress: address } = loan;
  const people = fieldsFrom({ from: 'partner-record', itemId: loan.loanId });
  return {
    kind: 'loan',
    recordId: loan.loanId,
    fields: [
      ...people({
        borrower: { id: borrower },
        coborrower: coborrower === undefined ? undefined : { id: coborrower },
      }),
      ...fieldsOf(loan)({
        external_id: loan.loanId,
        owner: { external_id: loan.officerUserId },
        loan_number: loan.loanNumber,
        loan_amount: dollars(loan.amountCents),
        loan_purpose: { loan_purpose: purposeNames[loan.purpose] },
        loan_status: { loan_status: statusNames[loan.stage] },
        address: address && [address.line1, address.line2].filter(Boolean).join(', '),
        city: address?.city,
        state: address?.state ?? loan.propertyState,
        zip_code: address?.zip,
        application_date: loan.applicationReceivedAt && partnerTime(loan.applicationReceivedAt),
        created_date: partnerTime(loan.openedAt),
      }),
    ],
  };
}

const fieldsOf = ({ loanId, version }: LoanSummary) =>
  fieldsFrom({ from: 'loan-summary', itemId: loanId, version });

/** Fields without a value are not sent: Total Expert keeps what it has. */
const fieldsFrom =
  (source: Omit<FieldLineage, 'field'>) =>
  (values: Readonly<Record<string, FieldValue | undefined>>): MappedField[] =>
    Object.entries(values).flatMap(([field, value]) =>
      value === undefined ? [] : [{ field, value, ...source }],
    );

/** `40000000` cents are `400000.00`. */
function dollars(amountCents: number): string {
  const digits = String(amountCents).padStart(3, '0');
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** `YYYY-MM-DD hh:mm:ss`, UTC. */
const partnerTime = (instant: string): string => instant.slice(0, 19).replace('T', ' ');
