import canonicalize from 'canonicalize';
import { SignedRoot } from '../contracts.ts';
import { merkleRoot } from './merkle-root.ts';

/** What the signature of a root or an addendum covers: everything but itself. */
export function rootText({ signature: _signature, ...root }: SignedRoot): string {
  return canonicalize(root) ?? '';
}

/** How one document of the chain of roots names another: the hash of its bytes. */
export const hashOfDocument = (text: string): string => merkleRoot([text]);

/** The lines of archived objects, in the order of their keys. */
export const linesOf = (texts: readonly string[]): string[] =>
  texts.flatMap((text) => text.split('\n').filter((line) => line !== ''));

export function parseRoot(text: string): SignedRoot | undefined {
  try {
    const parsed = SignedRoot.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : undefined;
  } catch {
    return undefined; // a document that cannot be read proves nothing
  }
}
