import { isNoteKind, type NoteKindId, noteKinds } from '../../notes/kinds/index.ts'
import { plainName } from './names.ts'

/** What other tools and people call our kinds, besides what we call them. */
const called: Partial<Record<NoteKindId, string>> = {
  step: 'step, task, user task, manual task, service task, activity, process step, schritt, prozessschritt, aufgabe, aktivitat, tatigkeit, etape, tache, activite, paso, tarea, passo, attivita, stap, taak, krok, шаг, 步骤, 手順, 작업',
  decision:
    'decision, gateway, choice, entscheidung, verzweigung, decisione, decision point, besluit, beslissing, decyzja, решение, 决策, 判断',
  'moment-of-truth': 'mot, moment of truth, moments of truth, moment der wahrheit, moment de verite',
  'break-point': 'bp, break point, breakpoint, bruchstelle, bruchpunkt',
  'business-rule': 'br, business rule, rule, regel, geschaftsregel, regle, regla, regola',
  pain: 'pain, pain point, problem, schmerz, schmerzpunkt, probleme, problema, probleem',
  idea: 'idea, idee, idee, improvement, verbesserung, pomysl, идея',
  question: 'question, frage, pregunta, domanda, vraag, pytanie, вопрос',
  plain: 'plain, note, sticky note, notiz, zettel, text, nota, notatka',
}
const kinds = new Map<string, NoteKindId>(
  Object.entries(called).flatMap(([id, names]) =>
    isNoteKind(id) ? names.split(', ').map((name): [string, NoteKindId] => [plainName(name), id]) : [],
  ),
)
for (const { id, label } of noteKinds) kinds.set(plainName(label), id).set(plainName(id), id)

/** The kind of note that a cell names; null: none that is known. */
export const kindNamed = (cell: string): NoteKindId | null =>
  cell.length > 60 ? null : (kinds.get(plainName(cell)) ?? null)
