import type { DocumentType } from './document-reading.ts';
import { findLabels } from './geometry/find-label.ts';
import type { Layout } from './geometry/layout.ts';
import { CLASS_EVIDENCE } from './class-evidence.ts';
import type { ClassEvidence } from './class-evidence.ts';

export interface Classified {
  type: DocumentType;
  /** The phrases on the page that speak for the type; for `unknown`, what spoke against one. */
  evidence: readonly string[];
  /** Not enough to stand alone, but it may carry on a document of this type that an earlier page began. */
  continues?: DocumentType;
}

/**
 * The type of one page by the labels printed on it. Every required group of a type must be found and nothing that it
 * forbids; a page that fits no type, or two, is `unknown`. Textract's own classes prove nothing by themselves: closing
 * disclosures came back as 1003 at 99.99 (documents.md 2.3).
 */
export function classify(layout: Layout): Classified {
  const words = layout.lines.reduce(
    (count, line) => count + line.reduce((sum, cell) => sum + cell.words.length, 0),
    0,
  );
  const verdicts = CLASS_EVIDENCE.map((rule) => judge(rule, layout, words));
  const fitting = verdicts.filter((verdict) => verdict.fits);
  const [only] = fitting;
  if (only && fitting.length === 1) return { type: only.type, evidence: only.found };
  const continues = verdicts.find((verdict) => verdict.continues)?.type;
  const evidence =
    fitting.length > 1
      ? fitting.map((verdict) => `fits ${verdict.type}`)
      : verdicts.flatMap((verdict) => verdict.against);
  return { type: 'unknown', evidence, ...(continues ? { continues } : {}) };
}

interface Judged {
  type: DocumentType;
  fits: boolean;
  continues: boolean;
  found: string[];
  against: string[];
}

function judge(rule: ClassEvidence, layout: Layout, words: number): Judged {
  const forbidden = findLabels(layout, { forbidden: rule.forbids }).map((label) => label.phrase);
  const groups = findLabels(layout, rule.groups);
  const present = [...new Set(groups.map((label) => label.name))];
  const required = rule.required.every((name) => present.includes(name));
  const fits =
    required && present.length >= rule.atLeast && forbidden.length === 0 && words <= rule.wordsAtMost;
  const continued = rule.continuation
    ? findLabels(layout, { part: rule.continuation }).map((label) => label.phrase)
    : [];
  return {
    type: rule.type,
    fits,
    continues: !fits && forbidden.length === 0 && new Set(continued).size >= (rule.continuationAtLeast ?? 2),
    found: [...new Set(groups.map((label) => label.phrase))],
    against: required && forbidden.length > 0 ? forbidden.map((phrase) => `not ${rule.type}: ${phrase}`) : [],
  };
}
