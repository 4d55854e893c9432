import { at, many, shape } from '../binding/shape.ts';
import { codesOf } from './vocabularies.ts';
import { indicator, text } from '../binding/value-kinds.ts';
import { linkEnd } from './link-end.ts';

const extension = 'EXTENSION/OTHER/ULAD:HMDA_RACE_DESIGNATION_EXTENSION';

const raceDesignation = shape({
  ...linkEnd,
  type: at('HMDARaceDesignationType', codesOf('HMDARaceDesignationType')),
  extendedType: at(`${extension}/ULAD:HMDARaceDesignationType`, codesOf('HMDARaceDesignationType')),
  otherAsian: at(`${extension}/ULAD:HMDARaceDesignationOtherAsianDescription`, text),
  otherPacificIslander: at(`${extension}/ULAD:HMDARaceDesignationOtherPacificIslanderDescription`, text),
});

const race = shape({
  ...linkEnd,
  type: at('HMDA_RACE_DETAIL/HMDARaceType', codesOf('HMDARaceType')),
  description: at('HMDA_RACE_DETAIL/HMDARaceTypeAdditionalDescription', text),
  designations: many('HMDA_RACE_DESIGNATIONS/HMDA_RACE_DESIGNATION', raceDesignation),
});

const ethnicityOrigin = shape({
  ...linkEnd,
  type: at('HMDAEthnicityOriginType', codesOf('HMDAEthnicityOriginType')),
  typeOther: at('HMDAEthnicityOriginTypeOtherDescription', text),
});

const ethnicity = shape({
  sequence: linkEnd.sequence,
  type: at('ULAD:HMDAEthnicityType', codesOf('HMDAEthnicityType')),
});

const detail = 'GOVERNMENT_MONITORING_DETAIL';
const detailExtension = `${detail}/EXTENSION/OTHER/ULAD:GOVERNMENT_MONITORING_DETAIL_EXTENSION`;

/** URLA 8: what HMDA asks about a borrower, with whether it was refused or seen. */
export const governmentMonitoring = shape({
  ethnicityRefused: at(`${detail}/HMDAEthnicityRefusalIndicator`, indicator),
  genderRefused: at(`${detail}/HMDAGenderRefusalIndicator`, indicator),
  raceRefused: at(`${detail}/HMDARaceRefusalIndicator`, indicator),
  ethnicityByObservation: at(
    `${detail}/HMDAEthnicityCollectedBasedOnVisualObservationOrSurnameIndicator`,
    indicator,
  ),
  genderByObservation: at(`${detail}/HMDAGenderCollectedBasedOnVisualObservationOrNameIndicator`, indicator),
  raceByObservation: at(`${detail}/HMDARaceCollectedBasedOnVisualObservationOrSurnameIndicator`, indicator),
  takenBy: at(`${detailExtension}/ULAD:ApplicationTakenMethodType`, codesOf('ApplicationTakenMethodType')),
  gender: at(`${detailExtension}/ULAD:HMDAGenderType`, codesOf('HMDAGenderType')),
  ethnicities: many(
    'EXTENSION/OTHER/ULAD:GOVERNMENT_MONITORING_EXTENSION/ULAD:HMDA_ETHNICITIES/ULAD:HMDA_ETHNICITY',
    ethnicity,
  ),
  ethnicityOrigins: many('HMDA_ETHNICITY_ORIGINS/HMDA_ETHNICITY_ORIGIN', ethnicityOrigin),
  races: many('HMDA_RACES/HMDA_RACE', race),
});
