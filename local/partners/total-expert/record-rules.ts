import type { Json } from '../../services/service.ts';
import { type Fields, isFields, textOf } from './replies.ts';

export type Kind = 'contacts' | 'loans';
export interface Refusal {
  status: 400 | 422;
  error: string;
}

/** What the account's administrator has set up; anything else is unprocessable. */
export const loanStatuses = [
  'Lead',
  'Application',
  'Processing',
  'Underwriting',
  'Clear to Close',
  'Funded',
  'Withdrawn',
  'Denied',
];
export const loanPurposes = ['Purchase', 'Refinance'];

export interface Known {
  owner: (externalId: string) => boolean;
  contact: (id: string) => boolean;
}

/** Contacts: source, both names, one way to reach them, an owner (we call as Admin). Loans: external id, owner, borrower. */
export function refusalOf(kind: Kind, fields: Fields, known: Known): Refusal | undefined {
  const missing =
    kind === 'contacts' ? missingOfContact(fields) : missingOf(fields, 'external_id', 'owner', 'borrower');
  if (missing !== undefined) return { status: 400, error: `Missing required field: ${missing}` };
  return unprocessable(fields, known);
}

/** A change names only what changes. */
export function unprocessable(fields: Fields, known: Known): Refusal | undefined {
  const owner = fields['owner'];
  if (owner !== undefined && !(isFields(owner) && known.owner(textOf(owner['external_id']))))
    return { status: 422, error: 'Unable to find owner' };
  for (const role of ['borrower', 'coborrower']) {
    const person = fields[role];
    if (person !== undefined && !(isFields(person) && known.contact(idOf(person['id']))))
      return { status: 422, error: `Unable to find ${role}` };
  }
  return outside(fields, 'loan_status', loanStatuses) ?? outside(fields, 'loan_purpose', loanPurposes);
}

/** As a number or as its digits. */
const idOf = (value: Json | undefined): string => (typeof value === 'number' ? String(value) : textOf(value));

function outside(fields: Fields, name: string, allowed: readonly string[]): Refusal | undefined {
  const value: Json | undefined = fields[name];
  if (value === undefined || (isFields(value) && allowed.includes(textOf(value[name])))) return undefined;
  return { status: 422, error: `Unknown ${name}` };
}

function missingOf(fields: Fields, ...names: string[]): string | undefined {
  return names.find((name) => fields[name] === undefined || fields[name] === '');
}

function missingOfContact(fields: Fields): string | undefined {
  const always = missingOf(fields, 'source', 'first_name', 'last_name', 'owner');
  if (always !== undefined) return always;
  const reached =
    ['email', 'phone_cell', 'phone_home', 'phone_office'].some((name) => textOf(fields[name]) !== '') ||
    missingOf(fields, 'address', 'city', 'state', 'zip_code') === undefined;
  return reached ? undefined : 'email';
}
