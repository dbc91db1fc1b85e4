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
  | 'holder'
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
    participation_responses: 'id dialogue_id group_id received_on source persons receipt_hash submission_hash seal_salt seal_sequence answers version language poster',
    participation_codes: 'is_used',
    participation_statements: 'id response_id question_id position text grouping',
    participation_bursts: 'id dialogue_id source began_at answers same_text',
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
    participation_erasures: 'id dialogue_id response_id erased_on why persons seal_sequence seal_leaf erased_by submission_hash',
  },
  follow: {
    people_attempts: 'key since count',
  },
  // What is written goes by mail; how often is counted as for a code.
  fault: {},
  told: {
    participation_notice_wishes: 'id address_hash dialogue_id sealed language when_read when_decided asked_on confirmed_on expires_on last_notice written_on tried_until',
  },
  holder: {
    participation_code_holders: 'id batch_id dialogue_id address_hash sealed code_hash letters last_mailed_on last_notice',
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
    analysis_codebook_versions: 'frozen_by frozen_at',
    analysis_codings: 'coded_by coded_at withdrawn_by',
    analysis_finding_publications: 'published_by published_at',
    analysis_finding_reviews: 'written_by reviewed_by reviewed_at',
    analysis_finding_versions: 'written_by written_at',
    analysis_findings: 'withdrawn_by withdrawn_at',
    analysis_method_appendices: 'frozen_by frozen_at',
    analysis_outside_sources: 'withdrawn_by withdrawn_at',
    analysis_outside_versions: 'written_by written_at',
    analysis_proposal_runs: 'begun_by begun_at ended_at',
    analysis_proposals: 'decided_by decided_at',
    analysis_round_coders: 'person_id',
    analysis_round_readings: 'coder_id read_at',
    analysis_round_statements: 'settled_by settled_at',
    analysis_rounds: 'drawn_by drawn_at ended_by ended_at',
    analysis_basket_quotes: 'put_by put_at taken_out_by taken_out_at',
    analysis_claims: 'claimed_by expires_at',
    analysis_desk_acts: 'done_by done_at undone_at',
    analysis_memos: 'written_by written_at',
    analysis_opinion_maps: 'frozen_by frozen_at',
    analysis_begun_exchanges: 'begun_by expires_on',
    analysis_blind_spells: 'coder_id begun_at ended_at',
    analysis_bulk_statements: 'judged_by judged_at',
    analysis_bulks: 'gathered_by gathered_at decided_by decided_at undone_by undone_at',
    analysis_set_asides: 'set_aside_by set_aside_at withdrawn_by',
    analysis_snapshots: 'frozen_by frozen_at',
    analysis_suggestion_answers: 'answered_by answered_at',
    analysis_theme_changes: 'changed_by changed_at',
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
    participation_flags: 'statement_id kinds rules',
    participation_reviews: 'id statement_id verdict masked_text cause reason reviewed_by reviewed_at',
    participation_statement_translations: 'id statement_id text made_of written_by written_at',
    people_accessibility_statements: 'tried_by contact stated_by stated_at',
    people_floors: 'set_by set_at',
    people_languages: 'set_by set_at',
    people_maps: 'set_by set_at',
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
    participation_samples: 'id batch_id seed size drawn_by drawn_at',
    participation_second_entries: 'id sample_id sheet_id entered_by entered_at',
    participation_comparisons: 'id second_entry_id question_id differs second settled settled_by settled_at',
    participation_sheets: 'id batch_id number response_id set_aside_because entered_by entered_at',
    participation_begun_imports: 'token_hash dialogue_id sealed begun_by expires_on',
    participation_import_mappings: 'saved_by saved_at',
    participation_imported_rows: 'dialogue_id row_hash',
    participation_imports: 'id dialogue_id file_name content_hash accepted rejected imported_by imported_at',
    participation_responses: 'label import_id entered_by',
  },
  reading: {
    participation_readings: 'id person_id dialogue_id read_on page purpose times statements last_at',
  },
  mail: {
    people_mails: 'id recipient subject body queued_at sent_at notice attempts useful_until next_attempt_at held_until failure given_up_at is_refused is_private by_day',
  },
}
