import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { application } from '../../../../lambdas/rules/mismo/application/application.ts';
import { arbitraryModel } from './arbitrary-model.ts';
import { asset, liability } from '../../../../lambdas/rules/mismo/application/assets-and-debts.ts';
import { borrower } from '../../../../lambdas/rules/mismo/application/borrower.ts';
import { cents } from '../../../../lambdas/shared/money.ts';
import { exportApplication } from '../../../../lambdas/rules/mismo/export-application.ts';
import { importApplication } from '../../../../lambdas/rules/mismo/import-application.ts';
import { loan } from '../../../../lambdas/rules/mismo/application/loan.ts';
import { party } from '../../../../lambdas/rules/mismo/application/party.ts';
import { pathValues } from './path-values.ts';
import { readShape } from '../../../../lambdas/rules/mismo/binding/read-shape.ts';
import { readXml } from '../../../../lambdas/rules/mismo/xml/read-xml.ts';
import { sampleApplication, sampleWith } from './sample-application.ts';
import { writeShape } from '../../../../lambdas/rules/mismo/binding/write-shape.ts';
import { writeXml } from '../../../../lambdas/rules/mismo/xml/write-xml.ts';
import type { Fields, Shape } from '../../../../lambdas/rules/mismo/binding/shape.ts';

const manner = { namespaces: new Map<string, string>(), inSequence: true };

describe('export of an application', { timeout: 30_000 }, () => {
  const shapes: [string, Shape<Fields>][] = [
    ['asset', asset],
    ['liability', liability],
    ['borrower', borrower],
    ['party', party],
    ['loan', loan],
  ];
  it.each(shapes)('keeps every value of any %s through its XML and back', (_name, shape) => {
    fc.assert(
      fc.property(arbitraryModel(shape), (model) => {
        const xml = writeXml(writeShape('THING', model, shape, manner));
        const { model: again, defects } = readShape(readXml(xml).root, shape);
        expect(again).toEqual(model);
        expect(defects).toEqual([]);
      }),
      { numRuns: 25 },
    );
  });

  it('keeps every value of any application, through JSON besides', () => {
    fc.assert(
      fc.property(arbitraryModel(application), (model) => {
        const stated = { modelIdentifier: '3.4.032420160128', ...model };
        const held = application.schema.parse(JSON.parse(JSON.stringify(stated)));
        expect(importApplication(exportApplication(held)).application).toEqual(stated);
      }),
      { numRuns: 15 },
    );
  });

  it('gives back a file as it was, in how its values are written too', () => {
    const xml = sampleWith('>12500.5<', '> $12,500.50 <');
    const { application: model } = importApplication(xml);
    expect(pathValues(exportApplication(model))).toEqual(pathValues(xml));
  });

  it('puts back what it does not hold beside the thing it came with', () => {
    const note =
      '<ASSET_DOCUMENTATIONS a="1"><x:NOTE xmlns:x="urn:example:x">kept</x:NOTE></ASSET_DOCUMENTATIONS>';
    const { application: model, namespaces } = importApplication(
      sampleWith('<ASSET_HOLDER>', `${note}<ASSET_HOLDER>`),
    );
    const other = { type: 'SavingsAccount' as const };
    const xml = exportApplication({ ...model, assets: [other, ...(model.assets ?? [])] }, namespaces);
    expect(xml).toContain('xmlns:x="urn:example:x"');
    const kept =
      '/MESSAGE[1]/DEAL_SETS[1]/DEAL_SET[1]/DEALS[1]/DEAL[1]/ASSETS[1]/ASSET[2]/ASSET_DOCUMENTATIONS[1]';
    expect(pathValues(xml)).toEqual(expect.arrayContaining([`${kept}/@a=1`, `${kept}/x:NOTE[1]=kept`]));
  });

  it('writes an edited value instead of what was written or could not be read', () => {
    const edited = (xml: string) => {
      const { application: model } = importApplication(xml);
      const [first] = model.assets ?? [];
      const assets = [{ ...first, valueCents: cents(700), type: 'SavingsAccount' as const }];
      return pathValues(exportApplication({ ...model, assets })).filter((each) =>
        /Asset(Cash|Type)/.test(each),
      );
    };
    const place = '/MESSAGE[1]/DEAL_SETS[1]/DEAL_SET[1]/DEALS[1]/DEAL[1]/ASSETS[1]/ASSET[1]/ASSET_DETAIL[1]';
    const wanted = [`${place}/AssetCashOrMarketValueAmount[1]=7.00`, `${place}/AssetType[1]=SavingsAccount`];
    expect(edited(sampleApplication)).toEqual(wanted);
    expect(edited(sampleWith('>CheckingAccount<', '>Chequing<').replace('>12500.5<', '>much<'))).toEqual(
      wanted,
    );
  });

  it('stands in the sequence of the schema, whatever that of the model', () => {
    const { application: model } = importApplication(sampleApplication);
    const xml = exportApplication({
      ...model,
      parties: [
        {
          roles: [{ type: 'Borrower', borrower: {} }],
          name: { suffix: 'Jr', last: 'Sample', first: 'Avery' },
        },
      ],
    });
    const order = (names: string[]) => names.map((name) => xml.indexOf(`<${name}>`));
    for (const names of [
      ['ABOUT_VERSIONS', 'DEAL_SETS'],
      ['ASSETS', 'COLLATERALS', 'LIABILITIES', 'LOANS', 'PARTIES', 'RELATIONSHIPS'],
      ['FirstName', 'LastName', 'SuffixName'],
      ['INDIVIDUAL', 'ROLES'],
      ['ROLE', 'ROLE_DETAIL'],
    ])
      expect(order(names)).toEqual(order(names).toSorted((a, b) => a - b));
  });
});
