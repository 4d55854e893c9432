import * as z from 'zod';
import type { Principal } from '../../shared/actor.ts';
import { conflict, DomainError } from '../../shared/errors.ts';
import { type ContactId, ContactIdSchema, type UserId, UserIdSchema } from '../../shared/ids.ts';
import type { Kernel } from '../../shared/kernel.ts';
import { contactSubject, indexKeys, keys, userSubject } from '../../shared/table.ts';
import type { VerifiedToken } from '../domain/token.ts';
import { getStoredUser, staffEmailMac } from './users.ts';

/** Who a token's bearer is here: found by issuer and sub, or bound on the first sign-in by a verified e-mail address. */
export interface People {
  /** Undefined for a stranger, and for a staff user who is no longer active. */
  resolve(token: VerifiedToken, correlationId: string): Promise<Principal | undefined>;
}

const PrincipalItem = z.union([z.object({ userId: UserIdSchema }), z.object({ contactId: ContactIdSchema })]);
const EmailItem = PrincipalItem;

export function storedPeople(kernel: Kernel, firstOperatorEmail: string): People {
  const { storage, macs, commit, ids, clock } = kernel;

  async function principalFor(person: z.output<typeof PrincipalItem>): Promise<Principal | undefined> {
    if ('contactId' in person) return { kind: 'borrower', contactId: person.contactId, role: 'borrower' };
    const user = await getStoredUser(storage, person.userId);
    return user?.active
      ? { kind: 'staff', userId: user.userId, role: user.role, branchId: user.branchId }
      : undefined;
  }

  async function bind(token: VerifiedToken, principalMac: string, correlationId: string) {
    if (token.email === undefined || !token.emailVerified) return undefined;
    const email = token.email.trim().toLowerCase();
    const staff = token.pool === 'staff';
    const mac = staff ? await staffEmailMac(macs, email) : await macs.mac('email', email);
    const item = await storage.get(keys.email(mac));
    const person = item ? EmailItem.parse(item) : undefined;
    if (!person)
      return staff && email === firstOperatorEmail
        ? appointFirstOperator(email, mac, principalMac, correlationId)
        : undefined;
    if ('userId' in person !== staff) return undefined;
    await recordBinding(person, principalMac, correlationId);
    return person;
  }

  /** A person is bound once: a second sub that shows the same address is a stranger until staff looks at it. */
  async function recordBinding(
    person: z.output<typeof PrincipalItem>,
    principalMac: string,
    correlationId: string,
  ): Promise<void> {
    const [id, subject, key] =
      'userId' in person
        ? ([person.userId, userSubject(person.userId), keys.user(person.userId)] as const)
        : ([person.contactId, contactSubject(person.contactId), keys.contact(person.contactId)] as const);
    const alreadyBound = () => conflict('AlreadyBound', 'another sign-in is bound to this person');
    await commit({
      subject,
      actor: id,
      correlationId,
      action: 'PersonBound',
      facts: {},
      writes: [
        {
          kind: 'put',
          item: { ...keys.principal(principalMac), ...person },
          when: { exists: false },
          otherwise: alreadyBound,
        },
        {
          kind: 'update',
          key,
          set: { boundAt: clock.now() },
          when: { exists: true, attributeAbsent: ['boundAt'] },
          otherwise: alreadyBound,
        },
      ],
    });
  }

  /** An empty platform has nobody who could appoint anybody: the stage's configuration names the first operator. */
  async function appointFirstOperator(
    email: string,
    emailMac: string,
    principalMac: string,
    correlationId: string,
  ) {
    const userId: UserId = ids.next('user');
    const at = clock.now();
    const user = {
      userId,
      displayName: 'First operator',
      email,
      role: 'operations',
      branchId: 'branch_head-office',
      licences: [],
      active: true,
    };
    const item = {
      ...keys.user(userId),
      ...indexKeys.branchUsers(user.branchId, userId),
      schemaVersion: 1,
      ...user,
      version: 1,
      updatedAt: at,
      boundAt: at,
    };
    const raced = () => conflict('AlreadyBound', 'the first operator signed in twice at once');
    await commit({
      subject: userSubject(userId),
      actor: 'system:authorizer',
      correlationId,
      action: 'FirstOperatorAppointed',
      facts: { role: user.role },
      writes: [
        { kind: 'put', item, when: { exists: false }, otherwise: raced },
        { kind: 'put', item: { ...keys.email(emailMac), userId }, when: { exists: false }, otherwise: raced },
        {
          kind: 'put',
          item: { ...keys.principal(principalMac), userId },
          when: { exists: false },
          otherwise: raced,
        },
      ],
    });
    return { userId };
  }

  return {
    async resolve(token, correlationId) {
      const principalMac = await macs.mac('principal', `${token.issuer}\n${token.sub}`);
      const known = await storage.get(keys.principal(principalMac));
      if (known) return principalFor(PrincipalItem.parse(known));
      try {
        const person: { userId: UserId } | { contactId: ContactId } | undefined = await bind(
          token,
          principalMac,
          correlationId,
        );
        return person && (await principalFor(person));
      } catch (error) {
        if (!(error instanceof DomainError && error.code === 'AlreadyBound')) throw error;
        const winner = await storage.get(keys.principal(principalMac));
        return winner && principalFor(PrincipalItem.parse(winner));
      }
    },
  };
}
