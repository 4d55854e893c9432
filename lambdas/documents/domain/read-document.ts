import type { DocumentReading, DocumentType, StatementRow } from './document-reading.ts';
import { layOut } from './geometry/layout.ts';
import type { Layout } from './geometry/layout.ts';
import type { PageWords } from './page-words.ts';
import { classify } from './classify.ts';
import { splitPackage } from './split-package.ts';
import type { PageRange } from './split-package.ts';
import { readBankStatement } from './readers/bank-statement.ts';
import type { Collected } from './readers/collector.ts';
import { readDriverLicence } from './readers/driver-licence.ts';
import { readForm1040 } from './readers/form-1040.ts';
import { readPayStub } from './readers/pay-stub.ts';
import { readUrla } from './readers/urla.ts';
import { readW2 } from './readers/w2.ts';

type Reader = (layouts: readonly Layout[]) => Collected & { rows?: readonly StatementRow[] };

const READERS: Readonly<Record<Exclude<DocumentType, 'unknown'>, Reader>> = {
  'pay-stub': readPayStub,
  w2: readW2,
  'bank-statement': readBankStatement,
  'driver-licence': readDriverLicence,
  urla: readUrla,
  'form-1040': readForm1040,
};

/**
 * Every document in an upload, in page order: pages are classified, grouped, and read by the reader of their type. A page
 * that fits no type gives an `unknown` reading without fields.
 */
export function readDocument(pages: readonly PageWords[]): DocumentReading[] {
  const classified = pages.map((page) => {
    const layout = layOut(page);
    return { layout, ...classify(layout) };
  });
  return splitPackage(classified).map(readRange);
}

function readRange(range: PageRange): DocumentReading {
  const layouts = range.pages.map((page) => page.layout);
  const collected = range.type === 'unknown' ? { fields: [], absent: [] } : READERS[range.type](layouts);
  const rows = 'rows' in collected ? (collected.rows ?? []) : [];
  return {
    type: range.type,
    pages: layouts.map((layout) => layout.pageNumber),
    evidence: range.pages.flatMap((page) => page.evidence),
    fields: collected.fields,
    absent: collected.absent,
    rows,
    meanConfidence:
      layouts.reduce((sum, layout) => sum + layout.meanConfidence, 0) / Math.max(1, layouts.length),
    engine: layouts[0]?.engine ?? 'text-layer',
  };
}
