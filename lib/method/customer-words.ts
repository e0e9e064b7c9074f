/** Words that identify a customer's lane by its name, in lower case. */

const words = (text: string): string[] => text.trim().split(/\s+/)

/** The people a process serves, by language: customers, and what trades and offices call them. */
export const customerWords: ReadonlySet<string> = new Set(
  words(`
    customer customers client clients consumer consumers patient patients citizen citizens guest guests passenger
    passengers traveller travellers traveler travelers buyer buyers shopper shoppers policyholder policyholders
    claimant claimants applicant applicants insured student students pupil pupils tenant tenants resident residents
    subscriber subscribers visitor visitors household households enduser endusers end-user end-users user users caller
    callers borrower borrowers cardholder cardholders lessee lessees beneficiary beneficiaries orderer purchaser

    kunde kunden kundin kundinnen kund gast gäste patient patientin patienten patientinnen versicherte versicherter
    versicherten versicherungsnehmer versicherungsnehmerin versicherungsnehmern kreditnehmer kreditnehmerin
    darlehensnehmer darlehensnehmerin leistungsnehmer leasingnehmer auftraggeber auftraggeberin bürger bürgerin
    bürgerinnen kläger klägerin klient klientin klienten mandant mandantin mandanten verbraucher verbraucherin
    endverbraucher konsument konsumentin besteller bestellerin käufer käuferin mieter mieterin antragsteller
    antragstellerin anrufer anruferin besucher besucherin reisende reisender passagier passagiere schüler schülerin
    studierende studierender studentin studenten nutzer nutzerin benutzer benutzerin endnutzer anwender anwenderin
    einwohner einwohnerin interessent interessentin anspruchsteller geschädigter geschädigte

    klant klanten cliënt cliënten patiënt patiënten reiziger reizigers huurder huurders verzekerde
    verzekerden verzekeringnemer consument consumenten bezoeker bezoekers afnemer afnemers koper kopers gasten
    gebruiker gebruikers aanvrager

    cliente clientes clienti usager usagers citoyen citoyens citoyenne consommateur consommateurs acheteur acheteurs
    passager passagers voyageur voyageurs locataire locataires assuré assurée assurés abonné abonnés étudiant
    étudiante étudiants élève élèves visiteur visiteurs demandeur utilisateur utilisateurs patiente bénéficiaire

    paciente pacientes usuario usuarios usuaria consumidor consumidores consumidora comprador compradora compradores
    pasajero pasajeros viajero viajeros huésped huéspedes ciudadano ciudadana ciudadanos asegurado asegurada
    inquilino inquilina estudiante estudiantes solicitante invitado visitante

    usuário usuários utilizador passageiro passageiros viajante hóspede hóspedes cidadão cidadãos segurado segurada
    estudante estudantes requerente utente utentes

    paziente pazienti consumatore consumatori acquirente acquirenti passeggero passeggeri viaggiatore ospite ospiti
    cittadino cittadini assicurato assicurati studente studenti richiedente

    klienci klientka pacjent pacjenci pacjentka konsument pasażer gość goście obywatel ubezpieczony najemca
    użytkownik kupujący zákazník zákazníci pacient hosté občan cestující stranka kupac klijent kupec
    ügyfél ügyfelek vevő vásárló beteg páciens utas vendég clienți pacientul

    клиент клиенты покупатель покупатели заказчик пациент пассажир гость пользователь потребитель гражданин
    посетитель клієнт клієнти покупець замовник пацієнт купувач клиентът πελάτης πελάτες ασθενής επισκέπτης

    kunder patient patienter gäst gäster resenär medborgare beställare borger gæst gjest gjester pasient asiakas
    asiakkaat potilas vieras klients müşteri müşteriler hasta yolcu misafir klientas külaline

    顧客 お客様 お客さま 客 患者 利用者 消費者 客户 顾客 客戶 病人 乘客 旅客 用户 用戶 消费者 고객 손님 환자 이용자
    عميل العميل عملاء العملاء زبون الزبون مريض المريض לקוח הלקוח לקוחות ग्राहक मरीज ลูกค้า ผู้ป่วย pelanggan nasabah pembeli
  `),
)

/** Names of several words that no word of is the head of. */
export const customerPhrases: ReadonlySet<string> = new Set([
  'khách hàng',
  'khách',
  'bệnh nhân',
  'end user',
  'end users',
])

/** Words before the customer's word in the name of whoever serves them: "Service client". */
export const servingWords: ReadonlySet<string> = new Set(
  words(`
    service services servicio serviço servizio support soporte suporte supporto assistenza assistance asistencia
    assistência atención atendimento accueil relation relations relación gestion gestión gestione gestor gestionnaire
    conseiller conseillère chargé chargée consulente asesor ufficio département departamento dział obsługa oddělení
    отдел служба поддержка serve inform contact call notify
  `),
)

/** In brackets behind the customer's word: another party, or a machine. */
export const notCustomers: ReadonlySet<string> = new Set(
  words(`
    bank banks banque banco banca insurer insurance versicherung versicherer company firm unternehmen firma supplier
    vendor agency agent department abteilung team staff manager advisor adviser consultant clerk officer desk
    representative rep berater beraterin betreuer sachbearbeiter service services support sales vertrieb system
    systems software application app browser server website web portal api frontend backend it hospital krankenhaus
    government authority behörde office büro partner provider
  `),
)
