import { expect, it } from 'vitest';
import { apiFunction } from '../../../../lambdas/shared/api.ts';
import { getMessages } from '../../../../lambdas/messaging/handlers/get-messages.ts';
import { messagingRoutes } from '../../../../lambdas/messaging/routes.ts';
import { onLoanNews } from '../../../../lambdas/messaging/handlers/on-loan-news.ts';
import type { Principal } from '../../../../lambdas/shared/actor.ts';
import { documentAccepted } from '../../../../lambdas/shared/events/document-accepted.v1.ts';
import { keys } from '../../../../lambdas/shared/table.ts';
import { loanAccessView } from '../../../../lambdas/shared/views/loan-access.v1.ts';
import { apiEvent, lambdaContext } from '../../../support/api-event.ts';
import { fakeKernel } from '../../../support/fake-kernel.ts';
import { fakeMailer } from '../fake-mailer.ts';
import { borrower, loanId, message, putLoan } from '../loan-on-file.ts';

const officer: Principal = {
  kind: 'staff',
  userId: loanAccessView.example.officerUserId,
  role: 'loan-officer',
  branchId: 'branch_main',
};

async function asked(as: Principal) {
  const kernel = fakeKernel();
  await putLoan(kernel.storage);
  await kernel.storage.write({
    kind: 'put',
    item: { ...keys.loanAccess(loanId), ...loanAccessView.example },
  });
  const sender = { brandName: 'Example Lender', nmlsId: '0000000', portal: 'https://portal.example' };
  const news = message(documentAccepted, { ...documentAccepted.example, ownerContactId: borrower });
  await onLoanNews(news, { ...kernel, mailer: fakeMailer(), sender });
  const handler = apiFunction({
    table: messagingRoutes,
    stories: { listMessages: getMessages },
    wire: () => kernel,
  });
  const reply = await handler(
    apiEvent({ method: 'GET', path: `/v1/loans/${loanId}/messages`, as }),
    lambdaContext,
  );
  return { status: reply.statusCode, body: JSON.parse(reply.body), reads: kernel.storage.all('ledger') };
}

it('shows the officer what was sent to whom, and leaves an entry of the reading', async () => {
  const { status, body, reads } = await asked(officer);
  expect(status).toBe(200);
  expect(body.items).toMatchObject([{ recipientId: borrower, about: 'document-accepted', status: 'DONE' }]);
  expect(reads.map((entry) => entry['action'])).toContain('MessagesListed');
});

it('refuses a borrower, and the refusal is an entry', async () => {
  const { status, reads } = await asked({ kind: 'borrower', contactId: borrower, role: 'borrower' });
  expect(status).toBe(403);
  expect(reads.map((entry) => entry['action'])).toContain('AccessRefused');
});
