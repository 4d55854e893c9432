import { PolicyStatement, type Conditions, type IRole } from 'aws-cdk-lib/aws-iam';
import { Token } from 'aws-cdk-lib';

/** One statement of a role: named actions on named resources. */
export interface Permission {
  actions: readonly string[];
  resources: readonly string[];
  conditions?: Conditions;
}

/** Actions whose service knows no resource to name (AWS's service authorization reference): for them alone `*` stands. */
const withoutResource = new Set([
  'dynamodb:ListStreams',
  'textract:DetectDocumentText',
  'textract:AnalyzeDocument',
  'textract:StartLendingAnalysis',
  'textract:GetLendingAnalysis',
  'textract:GetLendingAnalysisSummary',
]);

interface HasRole {
  readonly role: IRole;
}

/**
 * Writes the permissions into the construct's own role. The L2 `grant*` methods are not used: they add wildcards
 * (`kms:ReEncrypt*`, every index of a table) that nobody asked for.
 */
export function allow(holder: HasRole, ...permissions: Permission[]): void {
  for (const permission of permissions) {
    refuseWildcards(permission);
    holder.role.addToPrincipalPolicy(
      new PolicyStatement({
        actions: [...permission.actions],
        resources: [...permission.resources],
        ...(permission.conditions === undefined ? {} : { conditions: permission.conditions }),
      }),
    );
  }
}

function refuseWildcards({ actions, resources }: Permission): void {
  const vague = actions.find((action) => action.includes('*'));
  if (vague !== undefined) throw new Error(`Name the actions: "${vague}" is a wildcard`);
  if (actions.length === 0 || resources.length === 0)
    throw new Error('A permission names at least one action and one resource');
  const everywhere = resources.some((resource) => !Token.isUnresolved(resource) && resource === '*');
  if (everywhere && !actions.every((action) => withoutResource.has(action))) {
    throw new Error(`Name the resources of ${actions.join(', ')}: "*" is not one`);
  }
}
