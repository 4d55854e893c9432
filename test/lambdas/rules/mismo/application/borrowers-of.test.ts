import { describe, expect, it } from 'vitest';
import {
  borrowersOf,
  mortgagesOn,
  nmlsOf,
} from '../../../../../lambdas/rules/mismo/application/borrowers-of.ts';
import { importApplication } from '../../../../../lambdas/rules/mismo/import-application.ts';
import { sampleApplication } from '../sample-application.ts';

const { application } = importApplication(sampleApplication);

describe('borrowers of an application', () => {
  it('come with what the arcs tie to them', () => {
    expect(borrowersOf(application)).toMatchObject([
      {
        party: { name: { first: 'Avery' } },
        borrower: { bornOn: '1980-02-29' },
        assets: [{ label: 'ASSET_1' }],
        liabilities: [{ label: 'LIABILITY_1' }],
        expenses: [],
        incomes: [{ income: { label: 'INCOME_1' }, employer: { name: 'Example Mills' } }],
        sharesCreditWith: [],
      },
    ]);
  });

  it('have nothing that no arc gives them', () => {
    const [alone] = borrowersOf({ ...application, relationships: [] });
    expect(alone).toMatchObject({
      assets: [],
      liabilities: [],
      incomes: [{ income: { label: 'INCOME_1' } }],
    });
    expect(alone?.incomes[0]).not.toHaveProperty('employer');
  });

  it('are found by the label of their party too', () => {
    const onParty = sampleApplication
      .replace('<ROLE xlink:label="BORROWER_1">', '<ROLE>')
      .replace('<PARTY>', '<PARTY xlink:label="BORROWER_1">');
    expect(borrowersOf(importApplication(onParty).application)).toMatchObject([
      { assets: [{ label: 'ASSET_1' }], liabilities: [{ label: 'LIABILITY_1' }] },
    ]);
  });

  it('share a credit report both ways', () => {
    const arcrole = 'urn:fdc:mismo.org:2009:residential/ROLE_SharesJointCreditReportWith_ROLE';
    const other = { roles: [{ type: 'Borrower' as const, label: 'BORROWER_2' }] };
    const joint = borrowersOf({
      ...application,
      parties: [...(application.parties ?? []), other],
      relationships: [{ from: 'BORROWER_2', to: 'BORROWER_1', arcrole }],
    });
    expect(joint.map(({ sharesCreditWith }) => sharesCreditWith)).toEqual([['BORROWER_2'], ['BORROWER_1']]);
  });

  it('have an originator with an NMLS id, and mortgages on what they own', () => {
    const licenses = [
      { level: 'PublicState' as const, identifier: 'NE-1' },
      { level: 'Private' as const, identifier: '900001' },
    ];
    expect(nmlsOf({ roles: [{ type: 'LoanOriginator', licenses }] })).toBe('900001');
    expect(nmlsOf({})).toBeUndefined();
    const arcrole = 'urn:fdc:mismo.org:2009:residential/ASSET_IsAssociatedWith_LIABILITY';
    const secured = { ...application, relationships: [{ from: 'ASSET_1', to: 'LIABILITY_1', arcrole }] };
    expect(mortgagesOn(secured, { label: 'ASSET_1' }).map(({ label }) => label)).toEqual(['LIABILITY_1']);
    expect(mortgagesOn(application, { label: 'ASSET_1' })).toEqual([]);
  });
});
