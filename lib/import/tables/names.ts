import type { FieldId } from './fields.ts'

/**
 * What columns are called by whom makes tables of steps, the likeliest first; without accents, units, dots and case.
 * A name that stands under several fields is taken for the first of them that is not yet spoken for.
 */
const named: readonly [FieldId, string][] = [
  [
    'text',
    'text, step, process step, task, task name, activity, action, summary, title, note, sticky note, content, card, item, name, subject, what, event, schritt, prozessschritt, arbeitsschritt, aufgabe, tatigkeit, aktivitat, titel, vorgang, vorgangsname, bezeichnung, inhalt, notiz, zettel, thema, was, beschreibung, texte, etape, tache, activite, titre, intitule, libelle, contenu, nom, paso, tarea, actividad, texto, titulo, nombre, contenido, passo, compito, attivita, testo, titolo, nome, tarefa, atividade, etapa, stap, processtap, taak, activiteit, tekst, naam, krok, zadanie, czynnosc, tresc, nazwa, tytul, steg, uppgift, aktivitet, trin, opgave, ukol, nazev, lepes, feladat, adim, metin, gorev, шаг, текст, задача, действие, название, 步骤, 文本, 任务, 活动, 内容, 标题, 名称, 手順, テキスト, 作業, タスク, 工程, タイトル, 단계, 텍스트, 작업, 내용, description, descripcion, descrizione, omschrijving, step name, step description, process step description, activity name, card name, card title, task title, feature, user story, fase, faza, vaihe, tehtava, toiminto, teksti, otsikko, kuvaus, oppgave, tittel, pas, activitate, sarcina, titlu, cinnost, popis, cim, szoveg, faaliyet, islem, baslik, aciklama, крок, завдання, назва, дія, βημα, ενεργεια, εργασια, κειμενο, τιτλος, περιγραφη, الخطوة, خطوة, المهمة, النشاط, النص, العنوان, שלב, משימה, פעולה, טקסט, כותרת, ขั้นตอน, กิจกรรม, งาน, ข้อความ, चरण, कार्य, गतिविधि, पाठ, bước, công việc, hoạt động, nội dung, langkah, kegiatan, tugas',
  ],
  [
    'lane',
    'lane, swimlane, lane name, frame, role, actor, performer, participant, department, team, function, unit, who, bahn, schwimmbahn, rolle, akteur, beteiligte, beteiligter, abteilung, bereich, stelle, wer, couloir, acteur, service, departement, equipe, qui, carril, rol, departamento, equipo, quien, corsia, ruolo, attore, reparto, chi, raia, papel, ator, quem, baan, afdeling, wie, tor, rola, dzial, kto, roll, avdelning, rolle, afdeling, role, oddeleni, szerep, rolu, rol, bolum, дорожка, роль, отдел, кто, 泳道, 角色, 部门, レーン, 役割, 部門, 部署, 레인, 역할, 부서, responsible, verantwortlich, verantwortliche, verantwortlicher, zustandig, responsable, responsabile, verantwoordelijk, responsavel, odpowiedzialny, ansvarig, ansvarlig, исполнитель, ответственный, 担当, 담당, list name, bucket name, bucket, list, section, column, frame name, area, sorumlu, birim, vastuuhenkilo, vastuu, rooli, osasto, avdeling, felelos, reszleg, zodpovedny, utvar, responsabil, departament, відділ, виконавець, відповідальний, ρολος, τμημα, υπευθυνος, الدور, دور, القسم, المسؤول, תפקיד, מחלקה, אחראי, แผนก, ผู้รับผิดชอบ, บทบาท, भूमिका, विभाग, vai trò, bộ phận, người thực hiện, peran, bagian, 负责人, 执行人, resource names, resources, ressourcennamen, noms ressources, nombres de los recursos',
  ],
  [
    'kind',
    'kind, type, note type, issue type, item type, element, element type, art, typ, notizart, elementtyp, genre, nature, tipo, tipologia, soort, rodzaj, тип, вид, 类型, 種類, 유형, shape type, work item type, note kind, vorm, tyyppi, tur, tip, 形状',
  ],
  [
    'id',
    'id, nr, no, n°, number, #, key, issue key, step id, step no, step number, task id, unique id, code, ref, reference, pos, position, lfd nr, laufende nummer, nummer, schrittnr, vorgangsnr, kennung, schlussel, numero, num, identifiant, identificador, codigo, identificativo, codice, lp, numer, номер, 编号, 序号, 番号, 번호, issue id, process step id, task no, card id, item id, lfd, n, cislo, sira, sira no, nro, nr crt, الرقم, מספר, ลำดับ, क्रमांक, stt',
  ],
  [
    'follows',
    'follows, after, comes after, predecessor, predecessors, previous, previous step, depends on, dependencies, blocked by, vorganger, vorher, vorheriger schritt, folgt auf, nach, abhangig von, predecesseur, predecesseurs, precedent, suit, apres, predecesor, predecesores, predecesoras, anterior, precedente, predecessore, voorganger, volgt op, poprzednik, poprzednicy, предшественник, предшественники, 前置任务, 先行タスク, 선행 작업, waiting on, onceki',
  ],
  [
    'next',
    'next, next step, next steps, next step id, successor, successors, leads to, followed by, goes to, nachfolger, nachster schritt, weiter, weiter mit, fuhrt zu, successeur, successeurs, suivant, etape suivante, sucesor, sucesores, siguiente, successore, successivo, opvolger, volgende, nastepnik, nastepny, следующий, 后续任务, 次, blocking, blocks, links to, is followed by, sonraki, nasta, следующий шаг',
  ],
  [
    'group',
    'group, cluster, theme, named group, gruppe, cluster, groupe, grupo, gruppo, groep, grupa, группа, 组, グループ',
  ],
  [
    'owner',
    'owner, assignee, assigned to, action owner, responsible, verdict owner, eigner, besitzer, verantwortlich, verantwortliche, verantwortlicher, zustandig, proprietaire, responsable, responsabile, proprietario, dueno, eigenaar, wlasciciel, владелец, 负责人, 担当者, assignees, members, member, assign, person, people, zugewiesen an, zugewiesen, attribue a, asignado a, assegnato a',
  ],
  [
    'system',
    'system, systems, application, applications, it system, software, tool, anwendung, systeme, werkzeug, logiciel, outil, sistema, aplicacion, applicazione, systeem, applicatie, aplikacja, система, 系统, システム',
  ],
  [
    'processing',
    'processing, processing time, duration, minutes, minuten, time, work time, touch time, cycle time, process time, dauer, bearbeitungszeit, bearbeitungsdauer, zeit, duree, temps, temps de traitement, duracion, tiempo, durata, tempo, duracao, duur, tijd, bewerkingstijd, czas, czas trwania, длительность, время, 时间, 时长, 所要時間, 時間, 소요 시간, kesto, tid, varighed, varighet, sure, islem suresi, idotartam, ido, doba, doba trvani, trvani, timp, тривалість, час, διαρκεια, χρονος, المدة, الوقت, משך, זמן, เวลา, ระยะเวลา, समय, अवधि, thời gian, waktu, durasi',
  ],
  [
    'waiting',
    'waiting, waiting time, wait, wait time, idle time, wartezeit, liegezeit, attente, temps d attente, espera, tiempo de espera, attesa, tempo di attesa, wachttijd, czas oczekiwania, ожидание, 等待时间, 待ち時間, 대기 시간, odotus, odotusaika, ventetid, vantetid, bekleme, bekleme suresi, varakozas, cekani, asteptare, очікування, αναμονη, الانتظار, המתנה, รอ, thời gian chờ',
  ],
  [
    'cost',
    'cost, costs, cost per case, price, kosten, kosten je fall, preis, cout, couts, prix, coste, costo, costos, costes, precio, custo, prijs, koszt, стоимость, 成本, 费用, コスト, 費用, 비용, maliyet, kostnad, omkostning, kustannus, koltseg, naklady, вартість, κοστος, التكلفة, עלות, ต้นทุน, लागत, chi phí, biaya',
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
    'comment, comments, remark, remarks, description, details, notes, annotation, bemerkung, bemerkungen, kommentar, kommentare, beschreibung, anmerkung, anmerkungen, hinweis, hinweise, commentaire, commentaires, remarque, remarques, description, comentario, comentarios, descripcion, observaciones, commento, commenti, descrizione, note, opmerking, opmerkingen, omschrijving, beschrijving, uwagi, opis, komentarz, комментарий, описание, 备注, 说明, コメント, 説明, 備考, 설명, card description, checklist items, aciklamalar, huomautus, poznamka, megjegyzes, примітка, σχολια, ملاحظات, הערות, หมายเหตุ, टिप्पणी, ghi chú',
  ],
  ['verdict', 'verdict, urteil, decision, entscheidung'],
  ['reason', 'reason, verdict reason, grund, begrundung, raison, motivo, reden, powod'],
  [
    'due',
    'due, due date, deadline, fallig, fallig am, termin, echeance, vencimiento, scadenza, vervaldatum, termin, срок, 截止日期, 期限, faellig, forfallsdato, frist, faellig bis, bis wann',
  ],
  ['mark', 'mark, point of failure'],
  ['version', 'version'],
  [
    'colour',
    'colour, color, farbe, couleur, colore, kleur, cor, kolor, цвет, 颜色, 色, bg color, bg colour, background color, background colour, background, fill, fill color, fill colour, sticky color',
  ],
  ['x', 'x, position x, x position, pos x, x coordinate'],
  ['y', 'y, position y, y position, pos y, y coordinate'],
]

/** Letters that are no base letter with an accent, as people write them without. */
const plainLetters: Readonly<Record<string, string>> = {
  ł: 'l',
  ß: 'ss',
  ı: 'i',
  đ: 'd',
  ø: 'o',
  æ: 'ae',
  œ: 'oe',
}
/** A unit behind a name: “Dauer in Stunden”, “Processing, min”, “Cost EUR”. */
const unitBehind =
  /[\s,]+(in\s+)?(min(utes?|uten)?|h|hrs?|hours?|std|stunden?|days?|tagen?|€|\$|£|eur|usd|gbp|chf)\.?$/u

/** Characters of a name that are compared: no column that is known has a longer one. */
const compared = 200

/** A name as it is compared: no case, accents, brackets, units, or punctuation at its end. */
export const plainName = (name: string): string =>
  name
    .slice(0, compared)
    .toLowerCase()
    .replace(/[łßıđøæœ]/g, letter => plainLetters[letter] ?? letter)
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .normalize('NFC')
    .replace(/[([{].*$/su, '')
    .trim()
    .replace(unitBehind, '')
    .replace(/[_\s\u00a0'’-]+/g, ' ')
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

/** What a column of this name may be, the likeliest first; of “Role / department” what its first known part may be. */
export const fieldsNamed = (name: string): readonly { field: FieldId; rank: number }[] => {
  if (name.length > 60) return []
  const whole = byName.get(plainName(name))
  if (whole || !/[/|]/.test(name)) return whole ?? []
  return name
    .split(/[/|]/)
    .flatMap(part => byName.get(plainName(part)) ?? [])
    .slice(0, 1)
}

/** The field a name is first taken for; null: no known name. */
export const fieldNamed = (name: string): FieldId | null => fieldsNamed(name)[0]?.field ?? null
