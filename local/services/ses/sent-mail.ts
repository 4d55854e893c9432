export interface MailAttachment {
  fileName: string;
  contentType: string;
  /** base64 */
  content: string;
}

/** One accepted mail, as `/_local/outbox` shows it. */
export interface SentMail {
  messageId: string;
  from: string;
  to: string[];
  cc: string[];
  bcc: string[];
  replyTo: string[];
  subject: string;
  text?: string | undefined;
  html?: string | undefined;
  headers: Record<string, string>;
  attachments: MailAttachment[];
  /** base64 of the MIME message, for mails that were sent raw. */
  raw?: string | undefined;
  template?: string | undefined;
  tags: Record<string, string>;
  configurationSet?: string | undefined;
  sentAt: string;
  /** What became of it; `bounce.example` bounces. */
  status: 'SENT' | 'DELIVERED' | 'BOUNCED';
  settledAt?: string | undefined;
}
