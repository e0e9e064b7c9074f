import { defineTemplate } from './define.ts'

export const blank = defineTemplate({
  id: 'blank',
  title: 'Untitled board',
  summary: 'Brown paper with a lane for the customer, one for the front stage and one for the back stage.',
  lanes: [
    { id: 'customer', name: 'Customer', actor: 'customer' },
    { id: 'front', name: 'Front stage', actor: 'front-stage' },
    { id: 'back', name: 'Back stage', actor: 'back-stage' },
  ],
})
