import { onEvidenceArrived } from '../../../lambdas/loans/handlers/on-evidence-arrived.ts';
import { onLoanStageChanged } from '../../../lambdas/loans/handlers/on-loan-stage-changed.ts';
import { onNeedReminder } from '../../../lambdas/loans/handlers/on-need-reminder.ts';
import { onRoadFactsChanged } from '../../../lambdas/loans/handlers/on-road-facts-changed.ts';
import { taskAwaitGuard } from '../../../lambdas/loans/handlers/task-await-guard.ts';
import { taskOpenNeeds } from '../../../lambdas/loans/handlers/task-open-needs.ts';
import { address, busEvent, complete, loanWorld, people, value } from '../loans/loan-world.ts';
import { distinct, type Redelivery } from './redelivery.ts';

async function inProcessing() {
  const world = loanWorld();
  const loanId = await world.open(complete);
  await world.move(loanId, 'take-application', 'submit-to-processing');
  await taskOpenNeeds(await world.input(loanId), world.deps);
  const [contactId = 'cont_x'] = await world.borrowersOf(loanId);
  const { recorded } = world;
  // A schedule keeps the time that it was first given.
  const effects = () => ({
    started: distinct(recorded.started),
    answered: distinct(recorded.answered),
    set: distinct(recorded.set.map(({ needId }) => needId)),
    cancelled: distinct(recorded.cancelled),
  });
  return { ...world, loanId, contactId, effects };
}

async function evidence(type: 'DocumentAccepted.v1' | 'IncomeVerified.v1' | 'NeedRequested.v1') {
  const { loanId, contactId, kernel, deps, effects } = await inProcessing();
  const data = {
    'DocumentAccepted.v1': {
      loanId,
      documentId: 'doc_01JD0000000000000000000003',
      ownerContactId: contactId,
      types: ['pay-stub', 'w2'],
      by: 'rules',
    },
    'IncomeVerified.v1': { loanId, contactId, calculationId: 'calc_1', outcome: 'AGREES' },
    'NeedRequested.v1': { loanId, kind: 'letter-of-explanation', contactId, reasonCode: 'IncomeDisagrees' },
  }[type];
  const run = (message: never) => onEvidenceArrived(message, deps);
  return { kernel, message: busEvent(type, data), run, effects };
}

export const loansRedeliveries: readonly Redelivery[] = [
  {
    queue: 'loans-evidence-arrived',
    about: 'an accepted document',
    begin: () => evidence('DocumentAccepted.v1'),
  },
  { queue: 'loans-evidence-arrived', about: 'verified income', begin: () => evidence('IncomeVerified.v1') },
  { queue: 'loans-evidence-arrived', about: 'a need asked for', begin: () => evidence('NeedRequested.v1') },
  {
    queue: 'loans-loan-stage-changed',
    about: 'a loan that was withdrawn while a step waited',
    begin: async () => {
      const { loanId, kernel, deps, effects, move, input } = await inProcessing();
      const step = await input(loanId);
      await taskAwaitGuard({ ...step, transition: 'submit-to-underwriting', token: 'token-1' }, deps);
      await move(loanId, 'withdraw');
      const data = { loanId, from: 'PROCESSING', to: 'WITHDRAWN', transition: 'withdraw', entry: 1 };
      const run = (message: never) => onLoanStageChanged(message, deps);
      return { kernel, message: busEvent('LoanStageChanged.v1', data), run, effects };
    },
  },
  {
    queue: 'loans-need-reminder',
    about: 'an open need',
    begin: async () => {
      const { loanId, kernel, deps, effects, file } = await inProcessing();
      const needId = (await file(loanId)).needs[0]?.needId;
      const run = (message: never, context: { correlationId: string }) =>
        onNeedReminder(message, deps, context);
      return { kernel, message: { version: 1, loanId, needId, about: 'reminder' }, run, effects };
    },
  },
  {
    queue: 'loans-road-facts-changed',
    about: 'an application that is complete now',
    begin: async () => {
      const world = loanWorld();
      const { kernel, deps, recorded } = world;
      const loanId = await world.open({ ...complete, property: { state: 'CO' } });
      await world.move(loanId, 'take-application');
      const step = await world.input(loanId);
      await taskAwaitGuard({ ...step, transition: 'submit-to-processing', token: 'token-1' }, deps);
      const headers = { 'if-match': `"${(await world.file(loanId)).loan.version}"` };
      const missing = { address, valuation: value };
      await world.call('PATCH', `/v1/loans/${loanId}`, people.officer, missing, { headers });
      const run = (message: never) => onRoadFactsChanged(message, deps);
      const effects = () => distinct(recorded.answered);
      return { kernel, message: busEvent('LoanUpdated.v1', { loanId, changed: ['address'] }), run, effects };
    },
  },
  {
    queue: 'loans-road-facts-changed',
    about: 'a need that was opened',
    begin: async () => {
      const world = await inProcessing();
      const { loanId, contactId, deps, kernel, effects } = world;
      const { body } = await world.call('POST', `/v1/loans/${loanId}/needs`, people.processor, {
        kind: 'w2',
        contactId,
        reasonCode: 'missing-document',
      });
      const data = { loanId, needId: body['needId'], kind: 'w2', contactId, dueOn: '2026-11-28' };
      const run = (message: never) => onRoadFactsChanged(message, deps);
      return { kernel, message: busEvent('NeedOpened.v1', data), run, effects };
    },
  },
];
