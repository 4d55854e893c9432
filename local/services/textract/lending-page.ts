import { geometryOf } from './geometry.ts';
import { findField } from './label-reader.ts';
import { LENDING_CLASSES, type LendingClass } from './lending-classes.ts';
import type { ReadPage } from './page-reader.ts';

const SIGNS_NEEDED = 2;

/** One entry of GetLendingAnalysis' Results. An unclassified page has no extractions, as on the wire. */
export function lendingResult(page: ReadPage, pageNumber: number) {
  const found = classify(page);
  return {
    Page: pageNumber,
    PageClassification: {
      PageType: [{ Value: found?.pageType ?? 'UNCLASSIFIED', Confidence: found ? 90 : 60 }],
      PageNumber: [{ Value: 'undetected', Confidence: 100 }],
    },
    Extractions: found
      ? [
          {
            LendingDocument: {
              LendingFields: found.fields.map((field) => lendingField(page, field)),
              SignatureDetections: [],
            },
          },
        ]
      : [],
  };
}

export type LendingResult = ReturnType<typeof lendingResult>;

function classify(page: ReadPage): LendingClass | undefined {
  const text = page.words.map((word) => word.text).join(' ');
  const scored = LENDING_CLASSES.map((candidate) => ({
    candidate,
    share: candidate.signs.filter((sign) => sign.test(text)).length / candidate.signs.length,
    count: candidate.signs.filter((sign) => sign.test(text)).length,
  }));
  const best = scored.reduce((most, next) => (next.share > most.share ? next : most));
  return best.count >= SIGNS_NEEDED ? best.candidate : undefined;
}

function lendingField(page: ReadPage, [Type, hint]: LendingClass['fields'][number]) {
  const word = hint && findField(page, hint);
  const ValueDetections = word
    ? [{ Text: word.text, Geometry: geometryOf(word, page.turn), Confidence: word.confidence }]
    : [];
  return { Type, ValueDetections };
}
