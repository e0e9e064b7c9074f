/** Whose the server's own client ids are, in the store's leases; no person has this id. */
export const serverPerson = ''
