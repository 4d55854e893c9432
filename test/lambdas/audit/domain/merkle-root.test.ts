import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { merkleRoot } from '../../../../lambdas/audit/domain/merkle-root.ts';

const sha = (...parts: (string | Uint8Array)[]) =>
  parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest();
const leaf = (text: string) => sha(Uint8Array.of(0), text);
const node = (left: Uint8Array, right: Uint8Array) => sha(Uint8Array.of(1), left, right);

describe('a Merkle root (RFC 6962, 2.1)', () => {
  it.each<[string[], Uint8Array]>([
    [[], sha('')],
    [['a'], leaf('a')],
    [['a', 'b'], node(leaf('a'), leaf('b'))],
    [['a', 'b', 'c'], node(node(leaf('a'), leaf('b')), leaf('c'))],
    [
      ['a', 'b', 'c', 'd', 'e'],
      node(node(node(leaf('a'), leaf('b')), node(leaf('c'), leaf('d'))), leaf('e')),
    ],
  ])('of %j is made by its definition', (leaves, root) => {
    expect(merkleRoot(leaves)).toBe(Buffer.from(root).toString('hex'));
  });

  it('changes with any leaf, their order and their number', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.string(), { minLength: 2, maxLength: 12 }), fc.nat(), (leaves, at) => {
        const index = at % leaves.length;
        const root = merkleRoot(leaves);
        expect(merkleRoot(leaves.map((text, n) => (n === index ? `${text}x` : text)))).not.toBe(root);
        expect(merkleRoot(leaves.toReversed())).not.toBe(root);
        expect(merkleRoot(leaves.toSpliced(index, 1))).not.toBe(root);
        expect(merkleRoot([...leaves, leaves[0] ?? ''])).not.toBe(root);
      }),
    );
  });
});
