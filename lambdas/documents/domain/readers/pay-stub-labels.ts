import type { Dictionary } from '../geometry/find-label.ts';

/** Column headers of the tables of earnings and deductions. */
export const COLUMN_LABELS: Dictionary = {
  rate: ['rate', 'pay rate', 'hourly rate'],
  hours: ['hours', 'hrs', 'hrs units', 'hours units', 'qty', 'units', 'current hours', 'hours qty'],
  current: ['this period', 'current', 'current amount', 'current period', 'this check', 'amount', 'current total', 'current pay', 'earnings this period', 'current earnings', 'current amt', 'amount current'],
  ytd: ['year to date', 'ytd', 'ytd amount', 'ytd total', 'y t d', 'ytd earnings', 'amount ytd', 'ytd amt', 'total to date', 'ytd pay'],
  ytdHours: ['ytd hours', 'ytd hrs', 'hours ytd', 'hrs ytd'],
};

/** Totals; the current one and the year-to-date one stand in the columns. */
export const TOTAL_LABELS: Dictionary = {
  gross: ['gross pay', 'total gross pay', 'total gross', 'gross earnings', 'total earnings', 'gross wages', 'total pay', 'gross amount', 'total gross earnings', 'gross income', 'current gross', 'current gross pay', 'total hours earnings', 'gross'],
  net: ['net pay', 'net check', 'total net pay', 'net amount', 'take home pay', 'net earnings', 'net pay amount', 'net income', 'current net pay', 'amount of check', 'total net'],
  ytdGross: ['ytd gross', 'ytd gross pay', 'gross ytd', 'gross pay ytd', 'year to date gross', 'ytd gross earnings', 'ytd earnings total'],
  ytdNet: ['ytd net', 'ytd net pay', 'net ytd', 'net pay ytd', 'year to date net'],
};

/** Rows of the tables, by the name that their fields carry before `Current` and `Ytd`. */
export const ROW_LABELS: Dictionary = {
  regular: ['regular', 'regular pay', 'regular earnings', 'regular wages', 'base pay', 'salary', 'regular salary', 'hourly', 'reg', 'reg pay', 'regular hours', 'salary pay', 'regular hourly', 'regular rate pay'],
  overtime: ['overtime', 'overtime pay', 'ot', 'overtime 1 5', 'over time', 'overtime earnings'],
  doubleTime: ['double time', 'doubletime', 'double overtime'],
  holiday: ['holiday', 'holiday pay', 'hol pay'],
  vacation: ['vacation', 'vacation pay', 'pto', 'paid time off'],
  sick: ['sick', 'sick pay', 'sick leave', 'sick time'],
  bonus: ['bonus', 'bonus pay', 'discretionary bonus'],
  commission: ['commission', 'commissions', 'commission pay'],
  tips: ['tips', 'reported tips', 'cash tips'],
  tuition: ['tuition', 'tuition reimbursement'],
  federalIncomeTax: ['federal income tax', 'federal withholding', 'fed income tax', 'federal tax', 'fed withholding', 'federal w h', 'fed wh', 'fit', 'us federal income tax', 'fed inc tax', 'federal income', 'federal withholding tax', 'fitw', 'federal income tax withheld'],
  socialSecurityTax: ['social security tax', 'social security', 'oasdi', 'fica ss', 'soc sec', 'social security employee', 'fica oasdi', 'fica', 'soc sec tax', 'employee social security', 'social security oasdi'],
  medicareTax: ['medicare tax', 'medicare', 'fica med', 'medicare employee', 'fica medicare', 'employee medicare', 'med'],
  stateIncomeTax: ['state income tax', 'state withholding', 'state tax', 'state w h', 'sit', 'state inc tax', 'sitw', 'state withholding tax'],
  localTax: ['local income tax', 'city tax', 'city income tax', 'local tax', 'local withholding'],
  stateDisability: ['sdi', 'state disability', 'sui sdi tax', 'ca sdi'],
  k401: ['401k', '401 k', '401 k contribution', '401k contribution', '401 k deferral', '401k employee', 'retirement 401k'],
  medical: ['medical', 'health insurance', 'medical insurance', 'health', 'medical pre tax', 'medical pretax'],
  dental: ['dental', 'dental insurance', 'dental pretax'],
  vision: ['vision', 'vision insurance', 'vision pretax'],
  hsa: ['hsa', 'health savings account', 'fsa'],
  childSupport: ['child support'],
  garnishment: ['garnishment', 'garnishments', 'wage garnishment'],
};

export const EARNING_ROWS = ['regular', 'overtime', 'doubleTime', 'holiday', 'vacation', 'sick', 'bonus', 'commission', 'tips', 'tuition'];

export const DATE_LABELS: Dictionary = {
  periodStart: ['pay period start', 'pay period begin', 'pay period begin date', 'pay period start date', 'period beginning', 'period start', 'period begin', 'pay begin date', 'pay period beginning', 'begin date', 'period beginning date', 'pay period from', 'start date', 'period start date', 'week begin', 'beginning date'],
  periodEnd: ['pay period end', 'pay period ending', 'period ending', 'period end', 'pay end date', 'end date', 'pay period end date', 'week ending', 'period ending date', 'period end date', 'pay period thru', 'ending date', 'pay period to'],
  payDate: ['pay date', 'check date', 'payment date', 'date paid', 'pay day', 'payday', 'advice date', 'paydate', 'date of pay', 'issue date', 'deposit date', 'date of payment'],
  period: ['pay period', 'period', 'pay period dates', 'payroll period', 'for period', 'period covered', 'pay period covered'],
};

export const PERSON_LABELS: Dictionary = {
  employee: ['employee name', 'employee', 'name', 'pay to the order of', 'to the order of', 'pay to', 'payee', 'associate name', 'worker name', 'name of employee', 'team member', 'employee full name'],
  employeeNumber: ['employee id', 'employee number', 'employee no', 'emp id', 'file number', 'associate id', 'employee code', 'clock number', 'emp no', 'file no', 'employee'],
  employer: ['employer', 'employer name', 'company name', 'company', 'name of employer', 'company legal name'],
  ssn: ['social security number', 'ssn', 'soc sec no', 'ss no', 'social security no', 'social security', 'ss number', 'employee ssn', 'soc sec number', 'social sec no'],
  maritalStatus: ['taxable marital status', 'marital status', 'filing status', 'federal filing status', 'tax status', 'fed filing status'],
  title: ['job title', 'position', 'title', 'occupation', 'job', 'position title'],
};
