import type { DocumentType } from '../../shared/document-types.ts';
import type { NeedKind } from '../../shared/needs.ts';
import type { Stage } from '../../shared/stages.ts';
import { askWords, documentWords, returnReason, stageWords } from './plain-words.ts';

/** What a letter says; names are put in by `composeMail`. */
export type Letter =
  | { about: 'invitation'; loanNumber: string }
  | { about: 'agent-introduction'; loanNumber: string }
  | { about: 'stage-changed'; loanNumber: string; stage: Stage; audience: 'borrower' | 'agent' }
  | { about: 'document-accepted'; types: readonly DocumentType[] }
  | { about: 'document-returned'; reasonCode: string }
  | { about: 'needs'; kinds: readonly NeedKind[] }
  | { about: 'one-more-thing'; kinds: readonly NeedKind[] }
  | { about: 'reminder'; kinds: readonly NeedKind[] };

export interface Sender {
  brandName: string;
  nmlsId: string;
  portal: string;
}

export interface Mail {
  subject: string;
  text: string;
  html: string;
}

const listed = (items: readonly string[]): string =>
  items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
const asks = (kinds: readonly NeedKind[]): string[] => kinds.flatMap((kind) => askWords[kind] ?? []);
const bullets = (lines: readonly string[]): string => lines.map((line) => `  - ${line}`).join('\n');

function subjectAndBody(letter: Letter): [subject: string, body: string] {
  switch (letter.about) {
    case 'invitation':
      return [
        'Welcome: your loan is open',
        `Your loan ${letter.loanNumber} is open. Sign in with this e-mail address to see it and to send us documents when you are ready.`,
      ];
    case 'agent-introduction':
      return [
        'You will hear from us about a loan',
        `You are named as the agent on loan ${letter.loanNumber}. We will tell you when it moves.`,
      ];
    case 'stage-changed': {
      const whose = letter.audience === 'borrower' ? 'Your loan' : 'The loan';
      return [
        `${whose} ${letter.loanNumber} has moved`,
        `${whose} ${letter.loanNumber} ${stageWords[letter.stage]}.`,
      ];
    }
    case 'document-accepted': {
      const what = listed(letter.types.map((type) => documentWords[type]));
      return [
        `We received your ${what}`,
        `Thank you: we received your ${what} and have read it. There is nothing more to do about it.`,
      ];
    }
    case 'document-returned':
      if (letter.reasonCode === 'LoanClosed')
        return [
          'Your loan is closed',
          'Thank you for your upload. Your loan file was closed before we processed it: we keep the document and do not read it. There is nothing more to do.',
        ];
      return ['We need another copy', `Thank you for your upload, but ${returnReason(letter.reasonCode)}.`];
    case 'needs':
      return ['What we need from you', `To go on with your loan we need:\n\n${bullets(asks(letter.kinds))}`];
    case 'one-more-thing':
      return [
        'We need one more thing',
        `To go on with your loan we need one more thing:\n\n${bullets(asks(letter.kinds))}`,
      ];
    case 'reminder':
      return [
        'A reminder: we are waiting for you',
        `We are still waiting for:\n\n${bullets(asks(letter.kinds))}`,
      ];
  }
}

/** The mail as it goes out. The name is escaped in HTML: it is whatever somebody typed. */
export function composeMail(
  letter: Letter,
  { firstName, loanId }: { firstName: string; loanId: string },
  sender: Sender,
): Mail {
  const [subject, body] = subjectAndBody(letter);
  const link = `${sender.portal}/loans/${loanId}`;
  const foot = `${sender.brandName}, NMLS ${sender.nmlsId}`;
  const text = `Hello ${oneLine(firstName)},\n\n${body}\n\n${link}\n\n${foot}\n`;
  const paragraphs = [`Hello ${oneLine(firstName)},`, body, foot].map(
    (part) => `<p>${escaped(part).replaceAll('\n', '<br>')}</p>`,
  );
  const html = `<!doctype html><html><body>${paragraphs[0]}${paragraphs[1]}<p><a href="${escaped(link)}">Open your loan</a></p>${paragraphs[2]}</body></html>`;
  return { subject: `${sender.brandName}: ${subject}`, text, html };
}

const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();
const escaped = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
