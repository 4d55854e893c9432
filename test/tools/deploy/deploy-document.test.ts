import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { knownLosses } from '../../deploy/known-losses.ts';
import { proofTable } from '../../deploy/proof-table.ts';
import { toppedUp } from '../../deploy/top-up-lost-properties.ts';

const document = readFileSync(join(import.meta.dirname, '..', '..', '..', 'docs', 'deploy.md'), 'utf8');
/** Tables are laid out by the formatter. */
const plain = (text: string) => text.replaceAll(/-{3,}/g, '---').replaceAll(/ {2,}/g, ' ');

it('the document holds the table that the deploy test prints', () => {
  expect(plain(document)).toContain(plain(proofTable()));
});

it('only what is known to be lost is topped up', () => {
  expect(toppedUp.filter((each) => !(each in knownLosses))).toEqual([]);
});
