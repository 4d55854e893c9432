import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { DocumentReading, DocumentType } from '../../../lambdas/documents/domain/document-reading.ts';
import { readDocument } from '../../../lambdas/documents/domain/read-document.ts';
import { reachVerdict } from '../../../lambdas/documents/domain/verdict.ts';
import { reconcile } from '../../../lambdas/documents/domain/reconcile/reconcile.ts';
import { documentWords } from '../../support/document-words.ts';
import { acceptedButWrong, rate, tableBy } from './report.ts';
import type { Fact, Score } from './score.ts';
import { scoreReading } from './score.ts';

interface KeyEntry {
  file: string;
  pages: number;
  pageTypes: string[];
  docType: string;
  fields: Record<string, Fact>;
  perPage?: { page: number; fields: Record<string, Fact> }[];
}

const folder = join(import.meta.dirname, '../../../../shared/documents');
const present = existsSync(join(folder, 'ground-truth.json'));
if (!present) console.log('The sample documents are not here (../shared/documents): nothing to measure.');

const TYPES: Readonly<Record<string, DocumentType>> = {
  PAYSLIPS: 'pay-stub',
  W_2: 'w2',
  BANK_STATEMENT: 'bank-statement',
  '1003': 'urla',
  '1040': 'form-1040',
};

function expectedType(entry: KeyEntry, page: number): DocumentType {
  const type = entry.pageTypes[page - 1] ?? 'UNCLASSIFIED';
  if (type === 'IDENTITY_DOCUMENT') return /passport/.test(entry.file) ? 'unknown' : 'driver-licence';
  return TYPES[type] ?? 'unknown';
}

interface Measured {
  entry: KeyEntry;
  readings: DocumentReading[];
}

async function measure(): Promise<Measured[]> {
  const key = JSON.parse(readFileSync(join(folder, 'ground-truth.json'), 'utf8')) as KeyEntry[];
  const measured: Measured[] = [];
  for (const entry of key.filter(
    ({ file, docType }) => docType !== 'INVALID' && existsSync(join(folder, file)),
  )) {
    measured.push({ entry, readings: readDocument(await documentWords(join(folder, entry.file))) });
  }
  return measured;
}

/** Facts that belong to a reading: of its page in a package, of the whole entry elsewhere. */
function factsOf(entry: KeyEntry, reading: DocumentReading): Record<string, Fact> {
  const page = entry.perPage?.find((facts) => facts.page === reading.pages[0]);
  if (entry.perPage) return page?.fields ?? {};
  return reading.pages.includes(1) ? entry.fields : {};
}

describe.runIf(present)('readers on documents that nobody here made', () => {
  let measured: Measured[] = [];
  let scores: Score[] = [];

  beforeAll(async () => {
    measured = await measure();
    scores = measured.flatMap(({ entry, readings }) =>
      readings.flatMap((reading) => scoreReading(entry.file, reading, factsOf(entry, reading))),
    );
    const all = rate(scores);
    console.log(
      [
        tableBy(
          scores,
          'By document',
          (score) => `${score.file} p${score.page} (${score.engine}, ${Math.round(score.meanConfidence)})`,
        ),
        tableBy(scores, 'By type and engine', (score) => `${score.type}, ${score.engine}`),
        tableBy(scores, 'By type and field', (score) => `${score.type} ${score.name}`),
        `Abstained on ${((all.abstained * 100) / scores.length).toFixed(1)} % of ${scores.length} fields; ${all.wrong} read wrong; accepted but wrong: ${acceptedButWrong(scores).length}`,
        ...scores
          .filter((score) => score.outcome === 'wrong')
          .map(
            (score) =>
              `  wrong${score.accepted ? ' AND ACCEPTED' : ', left to a person'}: ${score.file} p${score.page} ${score.name} "${score.read}" for "${score.expected}"`,
          ),
      ].join('\n'),
    );
  }, 600_000);

  it('accepts no value that is wrong', () => {
    expect(acceptedButWrong(scores)).toEqual([]);
  });

  it('gives each page the type that it has, or unknown, and never another type', () => {
    const mistaken = measured.flatMap(({ entry, readings }) =>
      readings.flatMap((reading) =>
        reading.pages
          .filter((page) => reading.type !== 'unknown' && reading.type !== expectedType(entry, page))
          .map((page) => `${entry.file} p${page}: ${reading.type}`),
      ),
    );
    expect(mistaken).toEqual([]);
  });

  it('knows the type of at least nine in ten pages of the six types', () => {
    const pages = measured
      .flatMap(({ entry, readings }) =>
        readings.flatMap((reading) =>
          reading.pages.map((page) => ({ expected: expectedType(entry, page), type: reading.type })),
        ),
      )
      .filter(({ expected }) => expected !== 'unknown');
    expect(
      pages.filter(({ expected, type }) => expected === type).length / pages.length,
    ).toBeGreaterThanOrEqual(0.9);
  });

  it('reads at least 95 % of the fields of pay stubs and W-2s that have a text layer', () => {
    expect(
      rate(
        scores.filter(
          (score) => score.engine === 'text-layer' && (score.type === 'pay-stub' || score.type === 'w2'),
        ),
      ).share,
    ).toBeGreaterThanOrEqual(0.95);
  });

  it('reads at least 80 % of the fields of legible scans', () => {
    expect(
      rate(scores.filter((score) => score.engine !== 'text-layer' && score.meanConfidence >= 85)).share,
    ).toBeGreaterThanOrEqual(0.8);
  });

  it('accepts no document as a whole of which a value in use is wrong', () => {
    const facts = { borrowers: [], asOf: '2026-11-21' };
    const wrong = measured.flatMap(({ entry, readings }) =>
      readings.filter((reading) => {
        const verdict = reachVerdict(reading, reconcile(reading, facts));
        return (
          verdict.outcome === 'accepted' &&
          scoreReading(entry.file, reading, factsOf(entry, reading)).some(
            (score) => score.accepted && score.outcome === 'wrong',
          )
        );
      }),
    );
    expect(wrong).toEqual([]);
  });
});
