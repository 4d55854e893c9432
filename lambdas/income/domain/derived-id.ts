import { createHash } from 'node:crypto';
import type { Id, IdPrefix } from '../../shared/ids.ts';

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** The same parts make the same id, in the form of a ULID: what is decided twice is written once. */
export function derivedId<P extends IdPrefix>(prefix: P, ...parts: readonly (string | number)[]): Id<P> {
  const digest = createHash('sha256').update(parts.join('#')).digest();
  const text = Array.from(
    { length: 26 },
    (_, index) => alphabet[(digest[index] ?? 0) % (index === 0 ? 8 : 32)],
  );
  return `${prefix}_${text.join('')}`;
}
