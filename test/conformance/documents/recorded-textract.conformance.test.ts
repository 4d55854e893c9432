import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { pageWordsOf } from '../../../lambdas/documents/adapters/textract-words.ts';
import type { DocumentReading } from '../../../lambdas/documents/domain/document-reading.ts';
import { readDocument } from '../../../lambdas/documents/domain/read-document.ts';
import { mergeLendingFields } from '../../../lambdas/documents/domain/readers/lending-fields.ts';
import type { LendingAnswer } from '../../../lambdas/documents/domain/readers/lending-fields.ts';
import { documentWords } from '../../support/document-words.ts';
import { acceptedButWrong, rate, tableBy } from './report.ts';
import type { Fact, Score } from './score.ts';
import { scoreReading } from './score.ts';

const folder = join(import.meta.dirname, '../../../../shared/documents');
const responses = join(folder, 'textract-responses');
const present = existsSync(responses);

interface KeyEntry {
  file: string;
  fields: Record<string, Fact>;
  perPage?: { page: number; fields: Record<string, Fact> }[];
}

const load = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));
const key = (): KeyEntry[] => load(join(folder, 'ground-truth.json')) as KeyEntry[];
const notesOf = (file: string): string =>
  (load(join(responses, 'index.json')) as { file: string; notes: string }[]).find(
    (entry) => entry.file === file,
  )?.notes ?? '';

/** A letter page: Textract tells shares of the page only. */
function read(file: string): DocumentReading[] {
  return readDocument([pageWordsOf(load(join(responses, file)), { pageNumber: 1, aspect: 0.77 })]);
}

/** Facts that the index states in words: `box1 98.00`, `SSN …`, `begin …`. */
function factsInNotes(notes: string): Record<string, Fact> {
  const fact = (value: string): Fact => ({
    printed: value,
    value: value.replace(/,/g, '').replace(/\.$/, ''),
  });
  const boxes = [...notes.matchAll(/\b(box\d) ([\d,]+\.\d{2})/g)].map(
    ([, name = '', value = '']) => [name, fact(value)] as const,
  );
  const named = [...notes.matchAll(/\b(SSN|EIN|account|begin|deposits) ([\d-]+(?:\.\d{2})?)/g)].map(
    ([, word = '', value = '']) =>
      [
        {
          SSN: 'ssn',
          EIN: 'ein',
          account: 'accountNumber',
          begin: 'openingBalance',
          deposits: 'totalDeposits',
        }[word] ?? word,
        { printed: value, value },
      ] as const,
  );
  return Object.fromEntries([...boxes, ...named]);
}

interface LendingReply {
  Results: {
    Page: number;
    PageClassification: { PageType: { Value: string }[] };
    Extractions: {
      LendingDocument?: {
        LendingFields: { Type: string; ValueDetections: { Text?: string; Confidence: number }[] }[];
      };
    }[];
  }[];
}

function lendingAnswers(reply: LendingReply): LendingAnswer[] {
  return reply.Results.map((result) => ({
    page: result.Page,
    type: result.PageClassification.PageType[0]?.Value ?? '',
    fields: result.Extractions.flatMap(
      (extraction) => extraction.LendingDocument?.LendingFields ?? [],
    ).flatMap((field) =>
      field.ValueDetections.filter((value) => value.Text).map((value) => ({
        type: field.Type,
        text: value.Text ?? '',
        confidence: value.Confidence,
      })),
    ),
  }));
}

describe.runIf(present)("readers on Textract's own recorded words", () => {
  it('read the recorded pay stub almost whole, and accept nothing wrong', () => {
    const file = 'analyze-document-paystub-forms-tables-queries-layout-signatures.json';
    const facts = key().find((entry) => entry.file === 'paystub-john-stiles-a6.pdf')?.fields ?? {};
    const scores = read(file).flatMap((reading) => scoreReading(file, reading, facts));
    console.log(tableBy(scores, 'Recorded Textract words', (score) => score.file));
    expect(acceptedButWrong(scores)).toEqual([]);
    expect(rate(scores).share).toBeGreaterThanOrEqual(0.95);
  });

  it.each([
    ['analyze-document-w2-forms-tables.json', 'w2'],
    ['get-document-text-detection-bank-statement.json', 'bank-statement'],
  ])('read in %s every fact that its index states', (file, type) => {
    const [reading] = read(file);
    const facts = factsInNotes(notesOf(file));
    const scores = reading ? scoreReading(file, reading, facts) : [];
    expect(reading?.type).toBe(type);
    expect(scores.length).toBeGreaterThanOrEqual(3);
    expect(
      scores
        .filter((score) => score.outcome !== 'right')
        .map((score) => `${score.name}: ${score.read} for ${score.expected}`),
    ).toEqual([]);
  });

  it('leave a page of no known type alone', () => {
    expect(read('detect-document-text.json').map((reading) => reading.type)).toEqual(['unknown']);
  });

  it('fill from the recorded lending answer what our reader could not read, and accept nothing wrong by it', async () => {
    const file = 'lending-package-7p-aws.pdf';
    const entry = key().find((candidate) => candidate.file === file);
    const answers = lendingAnswers(
      load(join(responses, 'get-lending-analysis-7p-package.json')) as LendingReply,
    );
    const readings = readDocument(await documentWords(join(folder, file)));
    const score = (list: readonly DocumentReading[]): Score[] =>
      list.flatMap((reading) =>
        scoreReading(
          file,
          reading,
          entry?.perPage?.find((page) => page.page === reading.pages[0])?.fields ?? {},
        ),
      );
    const before = score(readings);
    const after = score(readings.map((reading) => mergeLendingFields(reading, answers)));
    console.log(
      tableBy(before, 'Package, our readers alone', (one) => one.type),
      '\n' +
        tableBy(
          after,
          'Package, with Analyze Lending where we abstained',
          (one) => `${one.type}, ${one.engine}`,
        ),
    );
    expect(acceptedButWrong(after)).toEqual([]);
    expect(rate(after).right).toBeGreaterThanOrEqual(rate(before).right);
  }, 600_000);
});
