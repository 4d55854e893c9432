import { arcNameOf } from '../graph/arcs.ts';
import type { Application } from './application.ts';

type ItemOf<K extends keyof Application> = NonNullable<Application[K]> extends (infer T)[] ? T : never;
type Party = ItemOf<'parties'>;
type Role = NonNullable<Party['roles']>[number];
type Borrower = NonNullable<Role['borrower']>;
type Income = NonNullable<Borrower['incomes']>[number];
type Employer = NonNullable<Borrower['employers']>[number];

/** A borrower with what the arcs of the file tie to them. A thing of several borrowers is with each of them. */
export interface BorrowerView {
  party: Party;
  borrower: Borrower;
  assets: ItemOf<'assets'>[];
  liabilities: ItemOf<'liabilities'>[];
  expenses: ItemOf<'expenses'>[];
  /** Each income with its employer, where an arc names one. */
  incomes: { income: Income; employer?: Employer }[];
  /** Labels of the borrowers with whom the credit report is joint. */
  sharesCreditWith: string[];
}

/** The borrowers of an application in the order of the file, the graph of its arcs resolved. */
export function borrowersOf(application: Application): BorrowerView[] {
  const { parties = [], assets = [], liabilities = [], expenses = [] } = application;
  const arcs = arcsOf(application);
  return parties.flatMap((party) =>
    (party.roles ?? [])
      .filter(({ type }) => type === 'Borrower')
      .map((role): BorrowerView => {
        const borrower = { ...statedOnParty(party), ...role.borrower };
        const labels = [role.label, party.label]; // some files put the borrower's label on the party
        const mine = <T extends { label?: string }>(things: readonly T[], kind: string): T[] =>
          things.filter((thing) =>
            labels.some((label) => arcs.has(`${kind}_IsAssociatedWith_ROLE`, thing.label, label)),
          );
        return {
          party,
          borrower,
          assets: mine(assets, 'ASSET'),
          liabilities: mine(liabilities, 'LIABILITY'),
          expenses: mine(expenses, 'EXPENSE'),
          incomes: (borrower.incomes ?? []).map((income) => {
            const employer = borrower.employers?.find((each) =>
              arcs.has('CURRENT_INCOME_ITEM_IsAssociatedWith_EMPLOYER', income.label, each.label),
            );
            return employer ? { income, employer } : { income };
          }),
          sharesCreditWith: labels.flatMap((label) => arcs.partnersOf(label)),
        };
      }),
  );
}

function statedOnParty({ bornOn, maritalStatus, dependentCount, citizenship, ...party }: Party): Borrower {
  const { employers, incomes } = party;
  return {
    ...(bornOn === undefined ? {} : { bornOn }),
    ...(maritalStatus === undefined ? {} : { maritalStatus }),
    ...(dependentCount === undefined ? {} : { dependentCount }),
    ...(citizenship === undefined ? {} : { declarations: { citizenship } }),
    ...(employers ? { employers } : {}),
    ...(incomes ? { incomes } : {}),
  };
}

/** The NMLS id of an originator or company: its licence of the level `Private` (integrations 1.2, URLA 9). */
export const nmlsOf = ({ roles = [] }: Party): string | undefined =>
  roles.flatMap(({ licenses = [] }) => licenses).find(({ level }) => level === 'Private')?.identifier;

/** The debts that a property secures, by arc from its asset. */
export function mortgagesOn(application: Application, asset: ItemOf<'assets'>): ItemOf<'liabilities'>[] {
  const arcs = arcsOf(application);
  return (application.liabilities ?? []).filter(({ label }) =>
    arcs.has('ASSET_IsAssociatedWith_LIABILITY', asset.label, label),
  );
}

function arcsOf({ relationships = [] }: Application) {
  const key = (name: string, from: string, to: string) => [name, from, to].join('\n');
  const known = new Set<string>();
  const partners = new Map<string, string[]>();
  for (const { arcrole = '', from = '', to = '' } of relationships) {
    const name = arcNameOf(arcrole);
    known.add(key(name, from, to));
    if (name !== 'ROLE_SharesJointCreditReportWith_ROLE') continue;
    partners.set(from, [...(partners.get(from) ?? []), to]);
    partners.set(to, [...(partners.get(to) ?? []), from]);
  }
  return {
    has: (name: string, from: string | undefined, to: string | undefined): boolean =>
      from !== undefined && to !== undefined && known.has(key(name, from, to)),
    partnersOf: (label: string | undefined): string[] =>
      label === undefined ? [] : (partners.get(label) ?? []),
  };
}
