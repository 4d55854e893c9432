import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { composeMail, type Letter } from '../../../../lambdas/messaging/domain/letters.ts';
import { returnWords } from '../../../../lambdas/messaging/domain/plain-words.ts';

const sender = { brandName: 'Example Lender', nmlsId: '0000000', portal: 'https://portal.example' };
const compose = (letter: Letter, firstName = 'Avery') =>
  composeMail(letter, { firstName, loanId: 'loan_1' }, sender);

describe('what a letter says', () => {
  it.each<[string, Letter, string, string]>([
    [
      'an invitation',
      { about: 'invitation', loanNumber: '26-000001' },
      'Welcome',
      'Your loan 26-000001 is open',
    ],
    [
      'an introduction',
      { about: 'agent-introduction', loanNumber: '26-000001' },
      'about a loan',
      'named as the agent',
    ],
    [
      'a stage, to the borrower',
      { about: 'stage-changed', loanNumber: '26-000001', stage: 'CLEAR_TO_CLOSE', audience: 'borrower' },
      'Your loan 26-000001 has moved',
      'Your loan 26-000001 is clear to close.',
    ],
    [
      'a stage, to the agent',
      { about: 'stage-changed', loanNumber: '26-000001', stage: 'CLEAR_TO_CLOSE', audience: 'agent' },
      'The loan 26-000001 has moved',
      'The loan 26-000001 is clear to close.',
    ],
    [
      'a denial: no decision and no reason, the notice is on its way',
      { about: 'stage-changed', loanNumber: '26-000001', stage: 'DENIED', audience: 'borrower' },
      'has moved',
      'has a decision: you will receive it in writing',
    ],
    [
      'documents that were accepted',
      { about: 'document-accepted', types: ['pay-stub', 'w2', 'bank-statement'] },
      'We received your pay stub, W-2 and bank statement',
      'There is nothing more to do',
    ],
    [
      'what is needed',
      { about: 'needs', kinds: ['pay-stub', 'w2'] },
      'What we need from you',
      '  - your W-2 of last year',
    ],
    [
      'a document that came when the loan had ended: nothing is asked',
      { about: 'document-returned', reasonCode: 'LoanClosed' },
      'Your loan is closed',
      'There is nothing more to do.',
    ],
    ['one more thing', { about: 'one-more-thing', kinds: ['w2'] }, 'one more thing', 'your W-2'],
    ['a reminder', { about: 'reminder', kinds: ['w2'] }, 'A reminder', 'We are still waiting for'],
  ])('%s', (_, letter, subject, body) => {
    const mail = compose(letter);
    expect(mail.subject).toContain(subject);
    expect(mail.text).toContain(body);
    expect(mail.text).toContain('Hello Avery,');
    expect(mail.text).toContain('https://portal.example/loans/loan_1');
    expect(mail.text).toContain('Example Lender, NMLS 0000000');
  });

  it.each(Object.keys(returnWords))('says for %s what to do next', (reasonCode) => {
    expect(compose({ about: 'document-returned', reasonCode }).text).toMatch(/please/i);
  });

  it('says a plain sentence for a reason it does not know, never the code', () => {
    const { text } = compose({ about: 'document-returned', reasonCode: 'SomethingNew' });
    expect(text).toContain('we could not use it');
    expect(text).not.toContain('SomethingNew');
  });
});

describe('a name, whatever somebody typed', () => {
  it('never becomes a tag', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('<', '>', '"', "'", '&', 'a', ' ', '/', '\n') }),
        (firstName) => {
          const { html } = compose({ about: 'invitation', loanNumber: '26-000001' }, firstName);
          const plain = compose({ about: 'invitation', loanNumber: '26-000001' }).html;
          expect(tagsOf(html)).toEqual(tagsOf(plain));
        },
      ),
    );
  });

  it('never adds a line, in which a mail could be forged', () => {
    const { text } = compose({ about: 'invitation', loanNumber: '26-000001' }, 'Avery\r\nBcc: someone');
    expect(text.split('\n')[0]).toBe('Hello Avery Bcc: someone,');
  });
});

const tagsOf = (html: string) => html.match(/<[^>]*>/g);
