import { reply, withAbility } from '#server/http/route.ts'
import { saveTemplate, saveTemplateInput } from '#server/use-cases/templates.ts'

export const POST = withAbility('template.save', saveTemplateInput, async ({ running, access, body }) =>
  reply({ template: await saveTemplate(running, access.board, body) }, { status: 201 }),
)
