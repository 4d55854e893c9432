import { distinctEvidence, type Evidence } from '../../rules/income/evidence.ts';
import type { Provenance } from '../../shared/provenance.ts';
import type { DocumentFacts } from '../../shared/views/document-facts.v1.ts';
import type { Verification } from './verification.ts';
import type { WeighedIncome } from './weigh-income.ts';

export const partnerName = 'employment-verification';

type Sourced = { evidence: Evidence; provenance: Provenance };

/** Every place that a worksheet or a finding cites, with what is needed to open it and look. */
export function provenanceOf(
  { worksheet, findings, usedVerifications }: WeighedIncome,
  documents: readonly DocumentFacts[],
  stated: { by: string; at: string },
): Sourced[] {
  const cited = [
    ...worksheet.flatMap(({ inputs }) => inputs.flatMap(({ evidence }) => evidence ?? [])),
    ...findings.flatMap((finding) => (finding.kind === 'no-answer' ? [] : finding.evidence)),
  ];
  return distinctEvidence(cited).flatMap((evidence): Sourced[] => {
    if (evidence.source === 'employer-record') {
      const report = reportOf(evidence, usedVerifications);
      return report ? [{ evidence, provenance: report }] : [];
    }
    if (evidence.source === 'borrower')
      return [{ evidence, provenance: { kind: 'person', actor: stated.by, at: stated.at } }];
    const place = placeOf(evidence, documents);
    return place ? [{ evidence, provenance: place }] : [];
  });
}

function reportOf({ documentId }: Evidence, used: readonly Verification[]): Provenance | undefined {
  const verification = used.find(({ record }) => record?.reportId === documentId);
  return (
    verification?.record && {
      kind: 'partner' as const,
      partner: partnerName,
      reference: verification.record.reportId,
      at: verification.settledAt ?? verification.orderedAt,
    }
  );
}

function placeOf(evidence: Evidence, documents: readonly DocumentFacts[]): Provenance | undefined {
  const holding = documents.filter(({ documentId }) => documentId === evidence.documentId);
  const fact = holding
    .flatMap(({ facts }) => facts)
    .find(({ name, page }) => name === evidence.field && page === evidence.page);
  if (!fact || evidence.documentId === undefined) return undefined;
  const { page, name, box, engine, confidence } = fact;
  return {
    kind: 'document',
    documentId: evidence.documentId,
    page,
    field: name,
    box: { left: box.left, top: box.top, width: box.width, height: box.height },
    engine,
    confidence,
  };
}
