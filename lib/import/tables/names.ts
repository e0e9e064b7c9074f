import type { FieldId } from './fields.ts'

/**
 * What columns are called by whom makes tables of steps, the likeliest first; without accents, units, dots and case.
 * A name that stands under several fields is taken for the first of them that is not yet spoken for.
 */
const named: readonly [FieldId, string][] = [
  [
    'text',
    'text, step, process step, task, task name, activity, action, summary, title, note, sticky note, content, card, item, name, subject, what, event, schritt, prozessschritt, arbeitsschritt, aufgabe, tatigkeit, aktivitat, titel, vorgang, vorgangsname, bezeichnung, inhalt, notiz, zettel, thema, was, beschreibung, texte, etape, tache, activite, titre, intitule, libelle, contenu, nom, paso, tarea, actividad, texto, titulo, nombre, contenido, passo, compito, attivita, testo, titolo, nome, tarefa, atividade, etapa, stap, processtap, taak, activiteit, tekst, naam, krok, zadanie, czynnosc, tresc, nazwa, tytul, steg, uppgift, aktivitet, trin, opgave, ukol, nazev, lepes, feladat, adim, metin, gorev, шаг, текст, задача, действие, название, 步骤, 文本, 任务, 活动, 内容, 标题, 名称, 手順, テキスト, 作業, タスク, 工程, タイトル, 단계, 텍스트, 작업, 내용, description, descripcion, descrizione, omschrijving',
  ],
  [
    'lane',
    'lane, swimlane, lane name, frame, role, actor, performer, participant, department, team, function, unit, who, bahn, schwimmbahn, rolle, akteur, beteiligte, beteiligter, abteilung, bereich, stelle, wer, couloir, acteur, service, departement, equipe, qui, carril, rol, departamento, equipo, quien, corsia, ruolo, attore, reparto, chi, raia, papel, ator, quem, baan, afdeling, wie, tor, rola, dzial, kto, roll, avdelning, rolle, afdeling, role, oddeleni, szerep, rolu, rol, bolum, дорожка, роль, отдел, кто, 泳道, 角色, 部门, レーン, 役割, 部門, 部署, 레인, 역할, 부서, responsible, verantwortlich, verantwortliche, verantwortlicher, zustandig, responsable, responsabile, verantwoordelijk, responsavel, odpowiedzialny, ansvarig, ansvarlig, исполнитель, ответственный, 担当, 담당',
  ],
  [
    'kind',
    'kind, type, note type, issue type, item type, element, element type, art, typ, notizart, elementtyp, genre, nature, tipo, tipologia, soort, rodzaj, тип, вид, 类型, 種類, 유형',
  ],
  [
    'id',
    'id, nr, no, n°, number, #, key, issue key, step id, step no, step number, task id, unique id, code, ref, reference, pos, position, lfd nr, laufende nummer, nummer, schrittnr, vorgangsnr, kennung, schlussel, numero, num, identifiant, identificador, codigo, identificativo, codice, lp, numer, номер, 编号, 序号, 番号, 번호, issue id',
  ],
  [
    'follows',
    'follows, after, comes after, predecessor, predecessors, previous, previous step, depends on, dependencies, blocked by, vorganger, vorher, vorheriger schritt, folgt auf, nach, abhangig von, predecesseur, predecesseurs, precedent, suit, apres, predecesor, predecesores, predecesoras, anterior, precedente, predecessore, voorganger, volgt op, poprzednik, poprzednicy, предшественник, предшественники, 前置任务, 先行タスク, 선행 작업',
  ],
  [
    'next',
    'next, next step, next steps, next step id, successor, successors, leads to, followed by, goes to, nachfolger, nachster schritt, weiter, weiter mit, fuhrt zu, successeur, successeurs, suivant, etape suivante, sucesor, sucesores, siguiente, successore, successivo, opvolger, volgende, nastepnik, nastepny, следующий, 后续任务, 次',
  ],
  [
    'group',
    'group, cluster, theme, named group, gruppe, cluster, groupe, grupo, gruppo, groep, grupa, группа, 组, グループ',
  ],
  [
    'owner',
    'owner, assignee, assigned to, action owner, responsible, verdict owner, eigner, besitzer, verantwortlich, verantwortliche, verantwortlicher, zustandig, proprietaire, responsable, responsabile, proprietario, dueno, eigenaar, wlasciciel, владелец, 负责人, 担当者',
  ],
  [
    'system',
    'system, systems, application, applications, it system, software, tool, anwendung, systeme, werkzeug, logiciel, outil, sistema, aplicacion, applicazione, systeem, applicatie, aplikacja, система, 系统, システム',
  ],
  [
    'processing',
    'processing, processing time, duration, time, work time, touch time, cycle time, process time, dauer, bearbeitungszeit, bearbeitungsdauer, zeit, duree, temps, temps de traitement, duracion, tiempo, durata, tempo, duracao, duur, tijd, bewerkingstijd, czas, czas trwania, длительность, время, 时间, 时长, 所要時間, 時間, 소요 시간',
  ],
  [
    'waiting',
    'waiting, waiting time, wait, wait time, idle time, wartezeit, liegezeit, attente, temps d attente, espera, tiempo de espera, attesa, tempo di attesa, wachttijd, czas oczekiwania, ожидание, 等待时间, 待ち時間, 대기 시간',
  ],
  [
    'cost',
    'cost, costs, cost per case, price, kosten, kosten je fall, preis, cout, couts, prix, coste, costo, costos, costes, precio, custo, prijs, koszt, стоимость, 成本, 费用, コスト, 費用, 비용',
  ],
  [
    'volume',
    'volume, volume per month, cases per month, cases, quantity, menge, anzahl, fallzahl, falle je monat, volumen, quantite, cantidad, quantita, hoeveelheid, aantal, ilosc, количество, 数量, 件数',
  ],
  ['firstTimeRight', 'first time right, firsttimeright, ftr, first pass yield, fpy, right first time, ohne fehler'],
  [
    'tags',
    'tags, tag, labels, label, keywords, schlagworter, schlagworte, stichworter, stichworte, etiketten, etiquettes, mots cles, etiquetas, etichette, etykiety, метки, 标签, タグ, ラベル',
  ],
  [
    'comment',
    'comment, comments, remark, remarks, description, details, notes, annotation, bemerkung, bemerkungen, kommentar, kommentare, beschreibung, anmerkung, anmerkungen, hinweis, hinweise, commentaire, commentaires, remarque, remarques, description, comentario, comentarios, descripcion, observaciones, commento, commenti, descrizione, note, opmerking, opmerkingen, omschrijving, beschrijving, uwagi, opis, komentarz, комментарий, описание, 备注, 说明, コメント, 説明, 備考, 설명',
  ],
  ['verdict', 'verdict, urteil, decision, entscheidung'],
  ['reason', 'reason, verdict reason, grund, begrundung, raison, motivo, reden, powod'],
  [
    'due',
    'due, due date, deadline, fallig, fallig am, termin, echeance, vencimiento, scadenza, vervaldatum, termin, срок, 截止日期, 期限',
  ],
  ['mark', 'mark, point of failure'],
  ['version', 'version'],
  ['colour', 'colour, color, farbe, couleur, colore, kleur, cor, kolor, цвет, 颜色, 色'],
  ['x', 'x'],
  ['y', 'y'],
]

/** A name as it is compared: no case, accents, brackets with units, or punctuation at its end. */
export const plainName = (name: string): string =>
  name
    .toLowerCase()
    .replace(/ł/g, 'l')
    .replace(/ß/g, 'ss')
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .normalize('NFC')
    .replace(/[([{].*$/su, '')
    .replace(/[_\s\u00a0'’-]+/g, ' ')
    .replace(/\bmin(utes?|uten)?$/u, '')
    .trim()
    .replace(/[.:*]+(?=\s|$)/g, '')
    .trim()

/** Per name: the fields it may be, each with how likely (0 the likeliest). */
const byName = new Map<string, { field: FieldId; rank: number }[]>()
for (const [field, names] of named)
  for (const [rank, said] of names.split(', ').entries()) {
    const name = plainName(said)
    const known = byName.get(name) ?? []
    if (!known.some(one => one.field === field)) byName.set(name, [...known, { field, rank }])
  }

/** What a column of this name may be, the likeliest first. */
export const fieldsNamed = (name: string): readonly { field: FieldId; rank: number }[] =>
  name.length > 60 ? [] : (byName.get(plainName(name)) ?? [])

/** The field a name is first taken for; null: no known name. */
export const fieldNamed = (name: string): FieldId | null => fieldsNamed(name)[0]?.field ?? null
