/** The person id under which the store's leases list the server's own client ids; no person has it. */
export const serverPerson = ''
