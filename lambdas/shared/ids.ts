import { ulid } from 'ulid';
import * as z from 'zod';
import { type Clock, epochMs } from './clock.ts';

/** `<prefix>_<ULID>`: opaque, sortable by time, safe in keys, logs and URLs. */
const prefixes = [
  'loan',
  'cont',
  'user',
  'branch',
  'doc',
  'need',
  'task',
  'evt',
  'aud',
  'eff',
  'ver',
  'calc',
  'req',
] as const;
export type IdPrefix = (typeof prefixes)[number];
export type Id<P extends IdPrefix> = `${P}_${string}`;

export type LoanId = Id<'loan'>;
export type ContactId = Id<'cont'>;
export type UserId = Id<'user'>;
export type DocumentId = Id<'doc'>;
export type NeedId = Id<'need'>;
export type TaskId = Id<'task'>;
export type EventId = Id<'evt'>;
export type EffectId = Id<'eff'>;

export interface Ids {
  next<P extends IdPrefix>(prefix: P): Id<P>;
}

export const ulidIds = (clock: Clock): Ids => ({
  next: (prefix) => `${prefix}_${ulid(epochMs(clock.now()))}`,
});

/** Accepts exactly the ids that `ulidIds` makes for this prefix. */
export function idSchema<P extends IdPrefix>(prefix: P) {
  const pattern = new RegExp(`^${prefix}_[0-7][0-9A-HJKMNP-TV-Z]{25}$`);
  return z.string().regex(pattern, `must be ${prefix}_ and a ULID`) as z.ZodType<Id<P>>;
}

export const LoanIdSchema = idSchema('loan');
export const ContactIdSchema = idSchema('cont');
export const UserIdSchema = idSchema('user');
export const DocumentIdSchema = idSchema('doc');
export const NeedIdSchema = idSchema('need');
export const TaskIdSchema = idSchema('task');
export const EventIdSchema = idSchema('evt');
/** Branches are named by the lender: `branch_` and a short slug or a ULID. */
export const BranchIdSchema = z
  .string()
  .regex(/^branch_[A-Za-z0-9-]{1,40}$/, 'must be branch_ and up to 40 letters, digits or dashes');
