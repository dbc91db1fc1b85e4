/** Kinds of act by which something about a person comes to be stored. Those without columns store nothing, or only in the reader's own browser. */
export type StoringAct =
  | 'read'
  | 'language'
  | 'answer'
  | 'vote'
  | 'begin'
  | 'take-back'
  | 'follow'
  | 'told'
  | 'fault'
  | 'sign-in'
  | 'assignment'
  | 'work'
  | 'note'
  | 'reading'
  | 'mail'

/** Columns by table, apart by spaces. */
export type Columns = Readonly<Record<string, string>>

/**
 * What each kind of act stores about a person, column by column. The page on privacy says it in words, and a test compares it with the database: a column that
 * stands neither here nor in `contentColumns` is a column that nobody has thought of.
 */
export const storedByAct: Readonly<Record<StoringAct, Columns>> = {
  read: {},
  language: {},
  answer: {
    participation_responses: 'id dialogue_id group_id received_on source persons receipt_hash submission_hash seal_salt seal_sequence answers version language',
    participation_codes: 'is_used',
    participation_statements: 'id response_id question_id position text grouping',
    trail_batches: 'kind sequence on_day leaves previous_root root',
  },
  vote: {
    participation_opinion_participants: 'id dialogue_id seen',
    participation_opinion_votes: 'participant_id statement_id vote',
    participation_opinion_proposals: 'id dialogue_id text grouping author_hash proposed_on',
  },
  begin: {
    participation_begun_answers: 'code_hash dialogue_id sealed expires_on',
  },
  'take-back': {
    participation_erasures: 'id dialogue_id response_id erased_on why persons seal_sequence seal_leaf erased_by',
  },
  follow: {
    people_attempts: 'key since count',
  },
  // What is written goes by mail; how often is counted as for a code.
  fault: {},
  told: {
    participation_notice_wishes: 'id address_hash dialogue_id sealed language when_read when_decided asked_on confirmed_on expires_on',
  },
  'sign-in': {
    people_credentials:
      'id user_id account_id provider_id access_token refresh_token id_token access_token_expires_at refresh_token_expires_at scope password created_at updated_at',
    people_passkeys: 'id person_id name credential_id public_key counter added_at last_used_at',
    people_sessions: 'id user_id token expires_at ip_address user_agent created_at updated_at',
    people_verifications: 'id identifier value expires_at created_at updated_at',
  },
  assignment: {
    people_assignments: 'id person_id organ_id role valid_from valid_to given_by_provider',
    people_persons: 'id name email email_verified image created_at updated_at',
  },
  work: {
    analysis_codings: 'coded_by coded_at',
    analysis_opinion_maps: 'frozen_by frozen_at',
    analysis_set_asides: 'set_aside_by set_aside_at',
    analysis_snapshots: 'frozen_by frozen_at',
    decision_adjustments: 'recorded_by',
    decision_appeals: 'recorded_by',
    decision_matters: 'opened_by opened_at',
    decision_notices: 'recorded_by',
    decision_points: 'recorded_by recorded_at',
    decision_submissions: 'submitted_by submitted_at',
    files_files: 'uploaded_by uploaded_at removed_by removed_at',
    files_logos: 'set_by set_at',
    followup_activity_statuses: 'set_by set_at',
    followup_judgements: 'judged_by judged_at',
    followup_lockings: 'locked_by locked_at',
    followup_reopenings: 'reopened_by reopened_at',
    followup_rounds: 'opened_by opened_at',
    indicators_baselines: 'frozen_by frozen_at',
    indicators_measurements: 'reported_by reported_at',
    participation_closings: 'closed_by closed_at',
    participation_corrections: 'corrected_by corrected_at',
    participation_code_batches: 'made_by made_at',
    participation_code_revocations: 'reason revoked_by revoked_at',
    participation_dialogues: 'contact',
    participation_extensions: 'extended_by extended_at',
    participation_openings: 'opened_by opened_at',
    participation_opinion_rejections: 'id proposal_id reason rejected_by rejected_at',
    participation_opinion_statements: 'added_by added_at',
    participation_opinion_withdrawals: 'withdrawn_by withdrawn_at',
    participation_previews: 'shared_by shared_at revoked_by revoked_at',
    participation_populations: 'added_by added_at',
    participation_protocols: 'decision reason made_by made_at',
    participation_reviews: 'id statement_id verdict masked_text reason reviewed_by reviewed_at',
    people_accessibility_statements: 'tried_by contact stated_by stated_at',
    people_floors: 'set_by set_at',
    people_languages: 'set_by set_at',
    people_organ_names: 'set_by set_at',
    people_places: 'set_by set_at',
    people_retentions: 'set_by set_at',
    people_settings: 'contact set_by set_at',
    people_terms: 'set_by set_at',
    plans_adoptions: 'registered_by registered_at',
    process_closings: 'closed_by',
    process_moves: 'moved_by moved_at',
    process_releases: 'released_by released_at',
    translations_texts: 'written_by written_at',
    trail_events: 'id at person role act subject_kind subject_id why',
    trail_heads: 'id position hash mac',
    trail_seals: 'position event_id previous_hash hash',
    vision_adoptions: 'registered_by registered_at',
    vision_phrase_quotes: 'quoted_by quoted_at',
    vision_phrase_roots: 'rooted_by rooted_at',
    vision_versions: 'submitted_by submitted_at',
  },
  note: {
    participation_batches: 'id dialogue_id source origin forms received_on received_by registered_at',
    participation_sheets: 'id batch_id number response_id set_aside_because entered_by entered_at',
    participation_imports: 'id dialogue_id file_name content_hash accepted rejected imported_by imported_at',
    participation_responses: 'label import_id entered_by',
  },
  reading: {
    participation_readings: 'id person_id dialogue_id read_on page purpose times statements last_at',
  },
  mail: {
    people_mails: 'id recipient subject body queued_at sent_at notice attempts useful_until next_attempt_at held_until failure given_up_at',
  },
}

/** What the process is about: matters, visions, goals, numbers, settings. It says nothing of any person. */
export const contentColumns: Columns = {
  analysis_codings: 'id statement_id theme_id stance withdrawn_at',
  analysis_opinion_maps: 'id dialogue_id number document_id',
  analysis_set_asides: 'id statement_id reason',
  analysis_snapshots: 'id process_id number document_id',
  analysis_themes: 'id process_id slug name definition when_to_use when_not position revision',
  decision_adjustments: 'id point_id adjusted_on',
  decision_appeals: 'id point_id registered_on ended_on ended',
  decision_matters: 'id number title opened_on',
  decision_notices: 'id point_id posted_on',
  decision_points: 'id matter_id organ_id meeting_on paragraph outcome clauses document_id immediate provenance',
  decision_route_steps: 'id matter_id position organ_id planned_on added_because',
  decision_submissions: 'id matter_id document_id',
  documents_frozen: 'id kind subject_kind subject_id subject_version canonical sha256 frozen_at',
  files_files: 'id sha256 kind media_type width height size bytes alt name why removed_why',
  files_logos: 'id file_id why',
  followup_activity_statuses: 'id round_id activity_id revision status comment',
  followup_duties: 'id round_id organ_id goal_id activity_id due_on',
  followup_judgements: 'id round_id goal_id revision kind proposed calculation judged motivation provenance',
  followup_lockings: 'id round_id',
  followup_looked_at: 'id judgement_id measurement_id',
  followup_reopenings: 'id locking_id reason',
  followup_rounds: 'id plan_version_id name kind covers opens_on closes_on',
  indicators_baselines: 'id definition_id measurement_id method n point_id',
  indicators_definitions: 'id indicator_id version title description unit decimals source external_code valid_from breaks_series bridge',
  indicators_imports: 'id source content_hash accepted rejected imported_at',
  indicators_indicators: 'id slug name level influence desired keeper_id',
  indicators_kolada_groups: 'code name municipality',
  indicators_kolada_kpis: 'code title description operating_area perspective divided_by_gender publication',
  indicators_kolada_municipalities: 'code name kind',
  indicators_measurements: 'id definition_id period cell revision value absence preliminary margin count source provenance reason',
  participation_closings: 'id dialogue_id reason',
  participation_corrected_words: 'id correction_id question_id wording wording_english hint hint_english form',
  participation_corrections: 'id dialogue_id version reason',
  participation_extensions: 'id dialogue_id closes_on closes_time reason',
  participation_dialogues:
    'id process_id step_id group_id slug title title_english kind information information_english promise promise_english opens_on closes_on opens_time closes_time legal_basis retention retention_years draft_days figures_while_open',
  participation_code_batches: 'id dialogue_id unit made expires_on',
  participation_code_revocations: 'code_hash',
  participation_codes: 'code_hash batch_id',
  participation_groups: 'id process_id key name unit size census children threshold position',
  participation_openings: 'id dialogue_id',
  participation_opinion_statements: 'id dialogue_id number text text_english grouping origin source quote_id proposal_id',
  participation_opinion_withdrawals: 'id statement_id reason',
  participation_previews: 'dialogue_id token_hash expires_on',
  participation_questions:
    'id dialogue_id position wording wording_english hint hint_english stance axis max_lines key kind required section_heading section_heading_english background form show_if',
  participation_population_cells: 'id population_id place age_from age_to sex count',
  participation_populations: 'id source counted_on note content_hash',
  participation_protocols: 'id dialogue_id kind number document_id',
  people_accessibility_faults: 'id statement_id position what whom reason mended_on',
  people_accessibility_statements: 'id conformity tried_on',
  people_floors: 'id adults children',
  people_languages: 'id tags',
  people_municipality: 'id name kind',
  people_organ_names: 'id organ_id name valid_from',
  people_places: 'id name parent_id position valid_from valid_to',
  people_retentions: 'id data_class rule years decision',
  people_terms: 'id concept gender one the many all_the english english_many',
  people_organs: 'id key name kind valid_from valid_to heir_id',
  people_settings: 'id name accent',
  plans_activities: 'id goal_id text responsible_id starts_on ends_on provenance',
  plans_adoptions: 'id version_id point_id',
  plans_goals: 'id version_id number text heading focus_area_id responsible_id rule rule_count partly_from why_we_believe succeeds_id succeeds_how provenance',
  plans_periods: 'id process_id name from_day to_day',
  plans_plans: 'id period_id kind owner_id name',
  plans_targets: 'id goal_id definition_id cell kind baseline_id value low high tolerance by waypoints provenance',
  plans_versions: 'id plan_id number document_id matter_id submitted_at created_at',
  process_closings: 'id step_id outcome on_day reason',
  process_moves: 'id step_id from_day to_day reason',
  process_processes: 'id slug name purpose mandate mandated_on mandate_number promise follows created_at',
  process_releases: 'id step_id note',
  process_steps: 'id process_id key number position title who purpose focus planned_from planned_to inserted_because inserted_at',
  samsyn_migrations: 'name sha256 ran_at',
  translations_texts: 'id language original text place made_by',
  vision_adoptions: 'id version_id point_id',
  vision_focus_area_phrases: 'id focus_area_id phrase_id',
  vision_focus_areas: 'id process_id slug number name description point_id provenance ended_on',
  vision_phrase_quotes: 'id phrase_id statement_id',
  vision_phrase_roots: 'id phrase_id theme_id',
  vision_phrases: 'id proposal_id position text',
  vision_proposals: 'id process_id slug name provenance revision created_at',
  vision_versions: 'id proposal_id number document_id matter_id',
}
