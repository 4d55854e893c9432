import { at, shape } from '../binding/shape.ts';
import { code, text } from '../binding/value-kinds.ts';
import { codesOf } from './vocabularies.ts';

/** URLA 1a, 1b, 3a, 4a: an address anywhere. */
export const address = shape({
  type: at('AddressType', codesOf('AddressType')),
  line: at('AddressLineText', text),
  unitDesignator: at('AddressUnitDesignatorType', code),
  unit: at('AddressUnitIdentifier', text),
  city: at('CityName', text),
  county: at('CountyName', text),
  state: at('StateCode', code),
  postalCode: at('PostalCode', text),
  country: at('CountryCode', text),
  countryName: at('CountryName', text),
});
