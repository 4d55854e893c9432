import { App, type AppProps } from 'aws-cdk-lib';
import { auditRoutes } from '../lambdas/audit/routes.ts';
import { documentRoutes } from '../lambdas/documents/routes.ts';
import { identityRoutes } from '../lambdas/identity/routes.ts';
import { incomeRoutes } from '../lambdas/income/routes.ts';
import { integrationRoutes } from '../lambdas/integrations/routes.ts';
import { loanRoutes } from '../lambdas/loans/routes.ts';
import { messagingRoutes } from '../lambdas/messaging/routes.ts';
import { operationsRoutes } from '../lambdas/operations/routes.ts';
import { ApiStack } from './api-stack.ts';
import { ArchiveStack } from './archive-stack.ts';
import { AuditStack } from './audit-stack.ts';
import { DataStack } from './data-stack.ts';
import { DocumentsStack } from './documents-stack.ts';
import { EdgeStack } from './edge-stack.ts';
import { EventsStack } from './events-stack.ts';
import { HouseStack } from './house-stack.ts';
import { IdentityStack } from './identity-stack.ts';
import { IncomeStack } from './income-stack.ts';
import { IntegrationsStack } from './integrations-stack.ts';
import { LoansStack } from './loans-stack.ts';
import { MessagingStack } from './messaging-stack.ts';
import { OperationsApiStack } from './operations-api-stack.ts';
import { OperationsStack } from './operations-stack.ts';
import { stageNamed } from './stages.ts';
import { TrailStack } from './trail-stack.ts';

/** Context key; `off` leaves the policy packs out, where a test looks at templates only. */
export const packsContext = 'keyturn:packs';

/** The whole of one environment. The stage comes from the context (`-c stage=prod`), `dev` where nothing is said. */
export async function keyturn(props: AppProps = {}): Promise<App> {
  const app = new App({ analyticsReporting: false, treeMetadata: false, ...props });
  const stage = stageNamed(String(app.node.tryGetContext('stage') ?? 'dev'));

  const data = new DataStack(app, stage);
  const events = new EventsStack(app, stage, { data });
  const identity = new IdentityStack(app, stage, { data });
  const loans = new LoansStack(app, stage, { data, events });
  const messaging = new MessagingStack(app, stage, { data, events });
  const integrations = new IntegrationsStack(app, stage, { data, events });
  const documents = new DocumentsStack(app, stage, { data, events });
  const income = new IncomeStack(app, stage, { data, events });
  const audit = new AuditStack(app, stage, { data });
  const operations = new OperationsApiStack(app, stage, { data, capabilities: houseStacks(app) });
  const { api } = new ApiStack(app, stage, {
    logsKey: data.keys.logs,
    authorizer: identity.authorizer,
    capabilities: [
      { api: identity.api, table: identityRoutes },
      { api: loans.api, table: loanRoutes },
      { api: documents.api, table: documentRoutes },
      { api: income.api, table: incomeRoutes },
      { api: messaging.api, table: messagingRoutes },
      { api: integrations.api, table: integrationRoutes },
      { api: audit.api, table: auditRoutes },
      { api: operations.api, table: operationsRoutes },
    ],
  });
  new EdgeStack(app, stage, { data, api });
  new ArchiveStack(app, stage, { bus: events.bus });
  new TrailStack(app, stage, { data });
  new OperationsStack(app, stage, { watched: houseStacks(app) });

  if (stage.name !== 'local' && app.node.tryGetContext(packsContext) !== 'off') {
    // The packs take half a second to load; the local cloud starts without them.
    const { addPolicyPacks } = await import('./policy-packs.ts');
    addPolicyPacks(app);
  }
  return app;
}

function houseStacks(app: App): HouseStack[] {
  return app.node.children.filter((stack) => stack instanceof HouseStack);
}
