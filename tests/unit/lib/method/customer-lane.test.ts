import { expect, test } from 'vitest'
import { looksLikeCustomer } from '#lib/method/customer-lane.ts'

test.each([
  'Customer',
  'CUSTOMERS',
  'Private customer',
  'Our customers (online)',
  'Customer of the bank',
  'Patient',
  'End user',
  'Policyholder',
  'Customer journey',
  'Kunde',
  'Privatkunden',
  'Client final',
  'Bürger',
])('“%s” is proposed as the customer’s lane', name => expect(looksLikeCustomer(name)).toBe(true))

test.each([
  'Private Customer Account Manager',
  'Customer Service',
  'Customer care team',
  'Patient administration',
  'Internal customer',
  'Kundenberater',
  'Manager of customers',
  'Service for customers',
  'Customer’s bank',
  'Amazon',
  '',
])('“%s” is not', name => expect(looksLikeCustomer(name)).toBe(false))
