import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  getLendingAnalysis,
  startLendingAnalysis,
} from '../../../../lambdas/documents/adapters/textract-lending.ts';
import {
  isSelected,
  LendingAnalysisReply,
  lendingPageOf,
} from '../../../../lambdas/documents/adapters/textract-lending-reply.ts';

const box = { BoundingBox: { Left: 0.1, Top: 0.2, Width: 0.3, Height: 0.01 } };

function resultPage(Page: number, fields: unknown[] = []) {
  const guesses = [
    { Value: 'W_2', Confidence: 40 },
    { Value: 'PAYSLIPS', Confidence: 99 },
  ];
  return {
    Page,
    PageClassification: { PageType: guesses },
    Extractions: [{ LendingDocument: { LendingFields: fields } }],
  };
}

/** Answers each call with the next reply, and remembers what was asked. */
function client(...replies: unknown[]) {
  const asked: unknown[] = [];
  const send = (command: { input: unknown }) => {
    asked.push(command.input);
    return Promise.resolve(replies[asked.length - 1]);
  };
  return { asked, client: { send } as never };
}

describe('a lending analysis', () => {
  it('is started with a token, so that asking twice is one job', async () => {
    const { asked, client: textract } = client({ JobId: 'j1' });
    expect(await startLendingAnalysis(textract, { bucket: 'b', key: 'k', token: 'doc-1' })).toBe('j1');
    expect(asked[0]).toMatchObject({
      ClientRequestToken: 'doc-1',
      DocumentLocation: { S3Object: { Bucket: 'b', Name: 'k' } },
    });
  });

  it('is read to its last page', async () => {
    const { asked, client: textract } = client(
      { JobStatus: 'SUCCEEDED', NextToken: 'more', Results: [resultPage(1)] },
      { JobStatus: 'SUCCEEDED', Results: [resultPage(2)] },
    );
    expect(await getLendingAnalysis(textract, 'j1')).toMatchObject({
      status: 'succeeded',
      pages: [{ pageNumber: 1 }, { pageNumber: 2 }],
    });
    expect(asked).toEqual([
      { JobId: 'j1', NextToken: undefined },
      { JobId: 'j1', NextToken: 'more' },
    ]);
  });

  it('keeps the good pages of a partial success and names the missing ones', async () => {
    const Warnings = [{ ErrorCode: 'INTERNAL', Pages: [3, 2] }];
    const { client: textract } = client({ JobStatus: 'PARTIAL_SUCCESS', Warnings, Results: [resultPage(1)] });
    expect(await getLendingAnalysis(textract, 'j1')).toMatchObject({
      status: 'partial',
      pages: [{ pageNumber: 1 }],
      missingPages: [2, 3],
    });
  });

  it.each([
    [{ JobStatus: 'IN_PROGRESS' }, { status: 'in-progress' }],
    [
      { JobStatus: 'FAILED', StatusMessage: 'bad' },
      { status: 'failed', statusMessage: 'bad' },
    ],
  ])('tells %o as it is', async (reply, told) => {
    expect(await getLendingAnalysis(client(reply).client, 'j1')).toEqual(told);
  });
});

describe('the fields of a lending page', () => {
  const fields = [
    { Type: 'PAY_DATE', ValueDetections: [{ Text: '7/25/2008', Geometry: box, Confidence: 99 }] },
    { Type: 'YTD_NET_PAY', ValueDetections: [] },
    { Type: 'STATUTORY_EMPLOYEE', ValueDetections: [{ Text: 'SELECTED', Confidence: 90 }] },
    {
      Type: 'OTHER',
      KeyDetection: { Text: 'Weekly' },
      ValueDetections: [{ SelectionStatus: 'NOT_SELECTED', Geometry: box, Confidence: 80 }],
    },
    { Type: 'VOID', ValueDetections: [{ Geometry: box, Confidence: 70 }] },
    {
      Type: 'PHONE',
      ValueDetections: [
        { Text: '1', Confidence: 9 },
        { Text: '2', Confidence: 9 },
      ],
    },
  ];
  const page = lendingPageOf(
    LendingAnalysisReply.parse({ JobStatus: 'SUCCEEDED', Results: [resultPage(5, fields)] }).Results![0]!,
  );

  it('are values with a name: not found is none, repeats are several, an empty box says nothing', () => {
    expect(page).toMatchObject({ pageNumber: 5, type: 'PAYSLIPS', typeConfidence: 99 });
    expect(page.fields.map(({ name, text }) => [name, text])).toEqual([
      ['PAY_DATE', '7/25/2008'],
      ['STATUTORY_EMPLOYEE', 'SELECTED'],
      ['OTHER:Weekly', 'NOT_SELECTED'],
      ['PHONE', '1'],
      ['PHONE', '2'],
    ]);
  });

  it('have a box only where Textract gave one', () => {
    expect(page.fields.map((field) => 'box' in field)).toEqual([true, false, true, false, false]);
  });

  it.each([
    ['SELECTED', true],
    ['NOT_SELECTED', false],
    ['Yes', true],
    ['No', false],
    ['320.00', undefined],
  ])('say a checkbox in three ways: %s is %s', (text, selected) => expect(isSelected(text)).toBe(selected));

  const recorded = path.resolve(import.meta.dirname, '../../../../../shared/documents/textract-responses');
  it.skipIf(!existsSync(recorded))(
    'are read from the recorded package of seven pages (skipped where ../shared is absent)',
    () => {
      const reply = LendingAnalysisReply.parse(
        JSON.parse(readFileSync(path.join(recorded, 'get-lending-analysis-7p-package.json'), 'utf8')),
      );
      const pages = reply.Results!.map(lendingPageOf);
      expect(pages.map(({ type }) => type)).toEqual([
        'PAYSLIPS',
        'CHECKS',
        'IDENTITY_DOCUMENT',
        '1099_DIV',
        'BANK_STATEMENT',
        'W_2',
        'UNCLASSIFIED',
      ]);
      expect(pages.map(({ fields: found }) => found.length > 5)).toEqual([
        true,
        true,
        true,
        true,
        true,
        true,
        false,
      ]);
    },
  );
});
