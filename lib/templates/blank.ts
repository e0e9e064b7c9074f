import { actors } from '../method/vocabulary.ts'
import { defineTemplate } from './define.ts'

export const blank = defineTemplate({
  id: 'blank',
  title: 'Untitled board',
  summary: 'Brown paper with a lane for the customer, one for the front stage and one for the back stage.',
  lanes: [
    { id: 'customer', name: actors.customer, actor: 'customer' },
    { id: 'front', name: actors['front-stage'], actor: 'front-stage' },
    { id: 'back', name: actors['back-stage'], actor: 'back-stage' },
  ],
})
