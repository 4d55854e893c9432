import * as z from 'zod';
import type { Finding } from './finding.ts';

export const NoticeApplicantsSchema = z
  .array(
    z.strictObject({
      id: z.string().min(1).max(60),
      /** Whether this is readily the primary applicant. */
      isPrimary: z.boolean().default(false),
      /** Whether a consumer report on this person played a part in the decision. */
      wasReportUsed: z.boolean().default(false),
    }),
  )
  .min(1)
  .max(10);
export type NoticeApplicants = z.output<typeof NoticeApplicantsSchema>;

export interface NoticeRecipient extends Finding {
  id: string;
  receives: 'action-notice' | 'credit-report-notice';
}

/** Who is told: one applicant of the action, the primary one where there is one; of a report, each whose report it was. */
export function noticeRecipients(applicants: NoticeApplicants): NoticeRecipient[] {
  const told = applicants.find(({ isPrimary }) => isPrimary) ?? applicants[0];
  return [
    ...(told
      ? [
          {
            id: told.id,
            receives: 'action-notice' as const,
            reason: told.isPrimary ? 'the primary applicant' : 'one of several applicants',
            citation: '1002.9(f)',
          },
        ]
      : []),
    ...applicants
      .filter(({ wasReportUsed }) => wasReportUsed)
      .map(({ id }) => ({
        id,
        receives: 'credit-report-notice' as const,
        reason: 'a consumer report on this person was used; only their own score is told',
        citation: '15 USC 1681m(a)',
      })),
  ];
}
