import { daysBetween } from '../../shared/calendar.ts';
import type { DocumentFacts } from '../../shared/views/document-facts.v1.ts';
import { employerKey } from './employer-name.ts';
import { factNamed, newestPayStub, paidThrough } from './pay-evidence.ts';

/** One employment and the pay stubs and W-2s that bear on it. */
export interface Job {
  /** As the application names it, or the stub of a further job; absent where nobody named one. */
  employerName: string | undefined;
  documents: readonly DocumentFacts[];
}

export interface Jobs {
  /** The stated employer's, also where a stub bears another name and no stub bears that one (a payroll company). */
  primary: Job;
  /** Held beside it now: each has a stub of its own employer that pays for the same weeks. */
  further: readonly Job[];
  /** Employers whose newest stub is of an earlier time: what they paid is no present income. */
  past: readonly string[];
}

/** Two jobs are held at one time when their newest stubs pay through days no further apart than a stub may be old. */
const apartDays = 30;

const employerOf = (document: DocumentFacts): string | undefined => factNamed(document, 'employer')?.value;

/** The borrower's jobs, by the employers that the documents name. */
export function jobsOf(documents: readonly DocumentFacts[], stated: string | undefined): Jobs {
  const groups = new Map<string, DocumentFacts[]>();
  const unnamed: DocumentFacts[] = [];
  for (const document of documents) {
    const employer = employerOf(document);
    if (employer === undefined) unnamed.push(document);
    else groups.set(employerKey(employer), [...(groups.get(employerKey(employer)) ?? []), document]);
  }
  const own = ownKey(groups, unnamed, stated);
  const newest = newestPayStub(documents);
  const primary = [...unnamed, ...(groups.get(own ?? '') ?? [])];
  const further: Job[] = [];
  const past: string[] = [];
  for (const [key, group] of [...groups].toSorted(([one], [other]) => (one < other ? -1 : 1))) {
    const stub = newestPayStub(group);
    if (key === own) continue;
    if (!stub) primary.push(...group);
    else if (newest && isOfOneTime(stub, newest))
      further.push({ employerName: employerOf(stub), documents: group });
    else past.push(employerOf(stub) ?? key);
  }
  return { primary: { employerName: stated, documents: primary }, further, past };
}

/** The group that is the stated employer's: by its name, else that of the newest stub when no stub is known to be its own. */
function ownKey(
  groups: ReadonlyMap<string, readonly DocumentFacts[]>,
  unnamed: readonly DocumentFacts[],
  stated: string | undefined,
): string | undefined {
  const named = stated === undefined ? undefined : employerKey(stated);
  if (named !== undefined && newestPayStub(groups.get(named) ?? [])) return named;
  if (newestPayStub(unnamed)) return named;
  const newest = newestPayStub([...groups.values()].flat());
  const employer = newest && employerOf(newest);
  return employer === undefined ? named : employerKey(employer);
}

function isOfOneTime(stub: DocumentFacts, newest: DocumentFacts): boolean {
  const [one, other] = [paidThrough(stub)?.value, paidThrough(newest)?.value];
  return one !== undefined && other !== undefined && daysBetween(one, other) <= apartDays;
}
