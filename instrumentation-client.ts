import { config } from 'zod'

// Before any schema is made, in every page: zod would try out `eval` first, which our content policy reports.
config({ jitless: true })
