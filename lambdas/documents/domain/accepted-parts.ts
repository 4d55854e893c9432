import type { DocumentType } from '../../shared/document-types.ts';
import type { DocumentFact } from '../../shared/views/document-facts.v1.ts';
import type { ReviewDecision } from './document.ts';
import { correctFacts, factsOf } from './facts.ts';
import { asNamed, partsToReview } from './reclassify.ts';
import type { ReadPart } from './stored-reading.ts';

export interface AcceptedPart {
  part: number;
  type: DocumentType;
  pages: number[];
  facts: DocumentFact[];
}

/** What an accepted file says, document by document: with a person's decision, what they looked at, named and corrected. */
export function acceptedParts(
  parts: readonly ReadPart[] | undefined,
  decision?: ReviewDecision,
): AcceptedPart[] {
  return partsToReview(parts).map((read, index) => {
    const part = asNamed(read, index, decision?.reclassified);
    const lookedAt = new Set(decision ? part.lookAt.flatMap(({ fields }) => fields) : []);
    const corrections = decision?.corrections.filter(({ part: of }) => of === index) ?? [];
    const facts = correctFacts(factsOf(part, lookedAt), part, corrections, decision?.by ?? '');
    return { part: index, type: part.type, pages: part.pages, facts };
  });
}
