CREATE TABLE "documents_frozen" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"kind" text NOT NULL,
	"subject_kind" text NOT NULL,
	"subject_id" text NOT NULL,
	"subject_version" integer NOT NULL,
	"canonical" text NOT NULL,
	"sha256" text NOT NULL,
	"frozen_at" timestamp with time zone NOT NULL,
	CONSTRAINT "documents_frozen_kind_subjectKind_subjectId_subjectVersion_unique" UNIQUE("kind","subject_kind","subject_id","subject_version"),
	CONSTRAINT "documents_frozen_hash" CHECK ("documents_frozen"."sha256" = encode(sha256(convert_to("documents_frozen"."canonical", 'UTF8')), 'hex'))
);
--> statement-breakpoint
CREATE TABLE "people_assignments" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"person_id" uuid NOT NULL,
	"organ_id" uuid NOT NULL,
	"role" text NOT NULL,
	"valid_from" date NOT NULL,
	"valid_to" date,
	CONSTRAINT "people_assignments_personId_organId_role_validFrom_unique" UNIQUE("person_id","organ_id","role","valid_from"),
	CONSTRAINT "people_assignments_role" CHECK ("people_assignments"."role" in ('process-leader', 'analyst', 'secretary', 'controller', 'responsible', 'auditor', 'administrator'))
);
--> statement-breakpoint
CREATE TABLE "people_credentials" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"user_id" uuid NOT NULL,
	"account_id" text NOT NULL,
	"provider_id" text NOT NULL,
	"access_token" text,
	"refresh_token" text,
	"id_token" text,
	"access_token_expires_at" timestamp with time zone,
	"refresh_token_expires_at" timestamp with time zone,
	"scope" text,
	"password" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "people_credentials_providerId_accountId_unique" UNIQUE("provider_id","account_id")
);
--> statement-breakpoint
CREATE TABLE "people_mails" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"recipient" text NOT NULL,
	"subject" text NOT NULL,
	"body" text NOT NULL,
	"queued_at" timestamp with time zone DEFAULT now() NOT NULL,
	"sent_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "people_municipality" (
	"id" text PRIMARY KEY DEFAULT 'one' NOT NULL,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	CONSTRAINT "people_municipality_one" CHECK ("people_municipality"."id" = 'one'),
	CONSTRAINT "people_municipality_kind" CHECK ("people_municipality"."kind" in ('demo', 'real'))
);
--> statement-breakpoint
CREATE TABLE "people_organs" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"key" text NOT NULL,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"valid_from" date NOT NULL,
	"valid_to" date,
	"heir_id" uuid,
	CONSTRAINT "people_organs_key_unique" UNIQUE("key"),
	CONSTRAINT "people_organs_kind" CHECK ("people_organs"."kind" in ('council', 'executive-board', 'committee', 'board', 'company', 'administration', 'unit')),
	CONSTRAINT "people_organs_time" CHECK ("people_organs"."valid_to" is null or "people_organs"."valid_to" >= "people_organs"."valid_from")
);
--> statement-breakpoint
CREATE TABLE "people_persons" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"email_verified" boolean DEFAULT false NOT NULL,
	"image" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "people_persons_email_unique" UNIQUE("email")
);
--> statement-breakpoint
CREATE TABLE "people_sessions" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"user_id" uuid NOT NULL,
	"token" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"ip_address" text,
	"user_agent" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "people_sessions_token_unique" UNIQUE("token")
);
--> statement-breakpoint
CREATE TABLE "people_verifications" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"identifier" text NOT NULL,
	"value" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "trail_batches" (
	"kind" text NOT NULL,
	"sequence" integer NOT NULL,
	"on_day" date NOT NULL,
	"leaves" text[] NOT NULL,
	"previous_root" text NOT NULL,
	"root" text NOT NULL,
	CONSTRAINT "trail_batches_kind_sequence_unique" UNIQUE("kind","sequence")
);
--> statement-breakpoint
CREATE TABLE "trail_events" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "trail_events_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"at" timestamp with time zone NOT NULL,
	"person" uuid,
	"role" text NOT NULL,
	"act" text NOT NULL,
	"subject_kind" text NOT NULL,
	"subject_id" text NOT NULL,
	"why" text
);
--> statement-breakpoint
CREATE TABLE "trail_heads" (
	"id" text PRIMARY KEY DEFAULT 'one' NOT NULL,
	"position" bigint NOT NULL,
	"hash" text NOT NULL,
	"mac" text NOT NULL,
	CONSTRAINT "trail_heads_one" CHECK ("trail_heads"."id" = 'one')
);
--> statement-breakpoint
CREATE TABLE "trail_seals" (
	"position" bigint PRIMARY KEY NOT NULL,
	"event_id" bigint NOT NULL,
	"previous_hash" text NOT NULL,
	"hash" text NOT NULL,
	CONSTRAINT "trail_seals_eventId_unique" UNIQUE("event_id")
);
--> statement-breakpoint
CREATE TABLE "analysis_codings" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"statement_id" uuid NOT NULL,
	"theme_id" uuid NOT NULL,
	"stance" text,
	"coded_by" uuid NOT NULL,
	"coded_at" timestamp with time zone NOT NULL,
	"withdrawn_at" timestamp with time zone,
	CONSTRAINT "analysis_codings_stance" CHECK ("analysis_codings"."stance" is null or "analysis_codings"."stance" in ('keep', 'leave', 'want'))
);
--> statement-breakpoint
CREATE TABLE "analysis_set_asides" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"statement_id" uuid NOT NULL,
	"reason" text NOT NULL,
	"set_aside_by" uuid NOT NULL,
	"set_aside_at" timestamp with time zone NOT NULL,
	CONSTRAINT "analysis_set_asides_statementId_unique" UNIQUE("statement_id")
);
--> statement-breakpoint
CREATE TABLE "analysis_snapshots" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"process_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"document_id" uuid NOT NULL,
	"frozen_by" uuid NOT NULL,
	"frozen_at" timestamp with time zone NOT NULL,
	CONSTRAINT "analysis_snapshots_processId_number_unique" UNIQUE("process_id","number")
);
--> statement-breakpoint
CREATE TABLE "analysis_themes" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"process_id" uuid NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"definition" text NOT NULL,
	"when_to_use" text NOT NULL,
	"when_not" text NOT NULL,
	"position" integer NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "analysis_themes_processId_slug_unique" UNIQUE("process_id","slug")
);
--> statement-breakpoint
CREATE TABLE "decision_adjustments" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"point_id" uuid NOT NULL,
	"adjusted_on" date NOT NULL,
	"recorded_by" uuid NOT NULL,
	CONSTRAINT "decision_adjustments_pointId_unique" UNIQUE("point_id")
);
--> statement-breakpoint
CREATE TABLE "decision_appeals" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"point_id" uuid NOT NULL,
	"registered_on" date NOT NULL,
	"ended_on" date,
	"ended" text,
	"recorded_by" uuid NOT NULL,
	CONSTRAINT "decision_appeals_pointId_unique" UNIQUE("point_id"),
	CONSTRAINT "decision_appeals_end" CHECK (("decision_appeals"."ended_on" is null) = ("decision_appeals"."ended" is null))
);
--> statement-breakpoint
CREATE TABLE "decision_matters" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"number" text NOT NULL,
	"title" text NOT NULL,
	"opened_on" date NOT NULL,
	"opened_by" uuid NOT NULL,
	"opened_at" timestamp with time zone NOT NULL,
	CONSTRAINT "decision_matters_number_unique" UNIQUE("number")
);
--> statement-breakpoint
CREATE TABLE "decision_notices" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"point_id" uuid NOT NULL,
	"posted_on" date NOT NULL,
	"recorded_by" uuid NOT NULL,
	CONSTRAINT "decision_notices_pointId_unique" UNIQUE("point_id")
);
--> statement-breakpoint
CREATE TABLE "decision_points" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"matter_id" uuid NOT NULL,
	"organ_id" uuid NOT NULL,
	"meeting_on" date NOT NULL,
	"paragraph" text,
	"outcome" text NOT NULL,
	"clauses" text[] NOT NULL,
	"document_id" uuid,
	"immediate" boolean DEFAULT false NOT NULL,
	"provenance" text DEFAULT 'recorded' NOT NULL,
	"recorded_by" uuid NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	CONSTRAINT "decision_points_outcome" CHECK ("decision_points"."outcome" in ('approved', 'approved-with-change', 'rejected', 'remitted', 'tabled', 'noted')),
	CONSTRAINT "decision_points_provenance" CHECK ("decision_points"."provenance" in ('recorded', 'sourced', 'invented'))
);
--> statement-breakpoint
CREATE TABLE "decision_route_steps" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"matter_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"organ_id" uuid NOT NULL,
	"planned_on" date NOT NULL,
	"added_because" text,
	CONSTRAINT "decision_route_steps_matterId_position_unique" UNIQUE("matter_id","position")
);
--> statement-breakpoint
CREATE TABLE "decision_submissions" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"matter_id" uuid NOT NULL,
	"document_id" uuid NOT NULL,
	"submitted_by" uuid NOT NULL,
	"submitted_at" timestamp with time zone NOT NULL,
	CONSTRAINT "decision_submissions_matterId_documentId_unique" UNIQUE("matter_id","document_id")
);
--> statement-breakpoint
CREATE TABLE "followup_activity_statuses" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"round_id" uuid NOT NULL,
	"activity_id" uuid NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"status" text NOT NULL,
	"comment" text,
	"set_by" uuid NOT NULL,
	"set_at" timestamp with time zone NOT NULL,
	CONSTRAINT "followup_activity_statuses_roundId_activityId_revision_unique" UNIQUE("round_id","activity_id","revision"),
	CONSTRAINT "followup_activity_statuses_status" CHECK ("followup_activity_statuses"."status" in ('not-started', 'going', 'done', 'late', 'dropped'))
);
--> statement-breakpoint
CREATE TABLE "followup_duties" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"round_id" uuid NOT NULL,
	"organ_id" uuid NOT NULL,
	"goal_id" uuid,
	"activity_id" uuid,
	"due_on" date NOT NULL,
	CONSTRAINT "followup_duties_subject" CHECK (("followup_duties"."goal_id" is null) <> ("followup_duties"."activity_id" is null))
);
--> statement-breakpoint
CREATE TABLE "followup_judgements" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"round_id" uuid NOT NULL,
	"goal_id" uuid NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"kind" text NOT NULL,
	"proposed" text NOT NULL,
	"calculation" jsonb NOT NULL,
	"judged" text NOT NULL,
	"motivation" text,
	"provenance" text DEFAULT 'recorded' NOT NULL,
	"judged_by" uuid NOT NULL,
	"judged_at" timestamp with time zone NOT NULL,
	CONSTRAINT "followup_judgements_roundId_goalId_revision_unique" UNIQUE("round_id","goal_id","revision"),
	CONSTRAINT "followup_judgements_proposed" CHECK ("followup_judgements"."proposed" in ('met', 'partly', 'not-met', 'cannot-be-judged')),
	CONSTRAINT "followup_judgements_judged" CHECK ("followup_judgements"."judged" in ('met', 'partly', 'not-met', 'cannot-be-judged')),
	CONSTRAINT "followup_judgements_motivation" CHECK (("followup_judgements"."judged" = "followup_judgements"."proposed" and "followup_judgements"."judged" <> 'cannot-be-judged') or length(trim(coalesce("followup_judgements"."motivation", ''))) > 0)
);
--> statement-breakpoint
CREATE TABLE "followup_lockings" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"round_id" uuid NOT NULL,
	"locked_by" uuid NOT NULL,
	"locked_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "followup_looked_at" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"judgement_id" uuid NOT NULL,
	"measurement_id" uuid NOT NULL,
	CONSTRAINT "followup_looked_at_judgementId_measurementId_unique" UNIQUE("judgement_id","measurement_id")
);
--> statement-breakpoint
CREATE TABLE "followup_reopenings" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"locking_id" uuid NOT NULL,
	"reopened_by" uuid NOT NULL,
	"reopened_at" timestamp with time zone NOT NULL,
	"reason" text NOT NULL,
	CONSTRAINT "followup_reopenings_lockingId_unique" UNIQUE("locking_id")
);
--> statement-breakpoint
CREATE TABLE "followup_rounds" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"plan_version_id" uuid NOT NULL,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"covers" text NOT NULL,
	"opens_on" date NOT NULL,
	"closes_on" date NOT NULL,
	"opened_by" uuid NOT NULL,
	"opened_at" timestamp with time zone NOT NULL,
	CONSTRAINT "followup_rounds_planVersionId_name_unique" UNIQUE("plan_version_id","name"),
	CONSTRAINT "followup_rounds_kind" CHECK ("followup_rounds"."kind" in ('T1', 'half-year', 'year', 'monthly'))
);
--> statement-breakpoint
CREATE TABLE "indicators_baselines" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"definition_id" uuid NOT NULL,
	"measurement_id" uuid NOT NULL,
	"method" text NOT NULL,
	"n" integer,
	"frozen_by" uuid NOT NULL,
	"frozen_at" timestamp with time zone NOT NULL,
	"point_id" uuid,
	CONSTRAINT "indicators_baselines_definition_and_id" UNIQUE("definition_id","id")
);
--> statement-breakpoint
CREATE TABLE "indicators_definitions" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"indicator_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"title" text NOT NULL,
	"description" text NOT NULL,
	"unit" text NOT NULL,
	"decimals" integer DEFAULT 1 NOT NULL,
	"source" text NOT NULL,
	"external_code" text,
	"valid_from" date NOT NULL,
	"breaks_series" boolean DEFAULT false NOT NULL,
	"bridge" text,
	CONSTRAINT "indicators_definitions_indicatorId_version_unique" UNIQUE("indicator_id","version")
);
--> statement-breakpoint
CREATE TABLE "indicators_imports" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"source" text NOT NULL,
	"content_hash" text NOT NULL,
	"accepted" integer NOT NULL,
	"rejected" integer NOT NULL,
	"imported_at" timestamp with time zone NOT NULL,
	CONSTRAINT "indicators_imports_contentHash_unique" UNIQUE("content_hash")
);
--> statement-breakpoint
CREATE TABLE "indicators_indicators" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"level" text NOT NULL,
	"influence" text NOT NULL,
	"desired" text NOT NULL,
	"keeper_id" uuid,
	CONSTRAINT "indicators_indicators_slug_unique" UNIQUE("slug"),
	CONSTRAINT "indicators_indicators_level" CHECK ("indicators_indicators"."level" in ('society', 'service')),
	CONSTRAINT "indicators_indicators_desired" CHECK ("indicators_indicators"."desired" in ('up', 'down', 'none'))
);
--> statement-breakpoint
CREATE TABLE "indicators_kolada_groups" (
	"code" text NOT NULL,
	"name" text NOT NULL,
	"municipality" text NOT NULL,
	CONSTRAINT "indicators_kolada_groups_code_municipality_unique" UNIQUE("code","municipality")
);
--> statement-breakpoint
CREATE TABLE "indicators_kolada_kpis" (
	"code" text PRIMARY KEY NOT NULL,
	"title" text NOT NULL,
	"description" text NOT NULL,
	"operating_area" text NOT NULL,
	"perspective" text NOT NULL,
	"divided_by_gender" boolean NOT NULL,
	"publication" text
);
--> statement-breakpoint
CREATE TABLE "indicators_kolada_municipalities" (
	"code" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"kind" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "indicators_measurements" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"definition_id" uuid NOT NULL,
	"period" text NOT NULL,
	"cell" text DEFAULT '' NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"value" numeric,
	"absence" text,
	"preliminary" boolean DEFAULT false NOT NULL,
	"margin" numeric,
	"count" integer,
	"source" text NOT NULL,
	"provenance" text DEFAULT 'recorded' NOT NULL,
	"reason" text,
	"reported_by" uuid,
	"reported_at" timestamp with time zone NOT NULL,
	CONSTRAINT "indicators_measurements_definitionId_period_cell_revision_unique" UNIQUE("definition_id","period","cell","revision"),
	CONSTRAINT "indicators_measurements_definition_and_id" UNIQUE("definition_id","id"),
	CONSTRAINT "indicators_measurements_value_or_absence" CHECK (("indicators_measurements"."value" is null) <> ("indicators_measurements"."absence" is null)),
	CONSTRAINT "indicators_measurements_absence" CHECK ("indicators_measurements"."absence" is null or "indicators_measurements"."absence" in ('dropped-out', 'not-applicable', 'confidential', 'not-published', 'suppressed')),
	CONSTRAINT "indicators_measurements_reason" CHECK ("indicators_measurements"."revision" = 1 or length(trim("indicators_measurements"."reason")) > 0),
	CONSTRAINT "indicators_measurements_revision" CHECK ("indicators_measurements"."revision" >= 1)
);
--> statement-breakpoint
CREATE TABLE "participation_closings" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"dialogue_id" uuid NOT NULL,
	"closed_by" uuid NOT NULL,
	"closed_at" timestamp with time zone NOT NULL,
	"reason" text NOT NULL,
	CONSTRAINT "participation_closings_dialogueId_unique" UNIQUE("dialogue_id")
);
--> statement-breakpoint
CREATE TABLE "participation_dialogues" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"process_id" uuid NOT NULL,
	"step_id" uuid NOT NULL,
	"group_id" uuid NOT NULL,
	"slug" text NOT NULL,
	"title" text NOT NULL,
	"title_english" text,
	"kind" text NOT NULL,
	"information" text NOT NULL,
	"information_english" text,
	"promise" text NOT NULL,
	"promise_english" text,
	"contact" text NOT NULL,
	"opens_on" date NOT NULL,
	"closes_on" date NOT NULL,
	CONSTRAINT "participation_dialogues_slug_unique" UNIQUE("slug"),
	CONSTRAINT "participation_dialogues_kind" CHECK ("participation_dialogues"."kind" in ('survey', 'notes')),
	CONSTRAINT "participation_dialogues_time" CHECK ("participation_dialogues"."closes_on" >= "participation_dialogues"."opens_on")
);
--> statement-breakpoint
CREATE TABLE "participation_groups" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"process_id" uuid NOT NULL,
	"key" text NOT NULL,
	"name" text NOT NULL,
	"unit" text NOT NULL,
	"size" integer,
	"census" boolean DEFAULT false NOT NULL,
	"children" boolean DEFAULT false NOT NULL,
	"threshold" integer DEFAULT 5 NOT NULL,
	"position" integer NOT NULL,
	CONSTRAINT "participation_groups_processId_key_unique" UNIQUE("process_id","key"),
	CONSTRAINT "participation_groups_unit" CHECK ("participation_groups"."unit" in ('persons', 'notes')),
	CONSTRAINT "participation_groups_threshold" CHECK ("participation_groups"."threshold" >= case when "participation_groups"."children" then 10 else 5 end)
);
--> statement-breakpoint
CREATE TABLE "participation_imports" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"dialogue_id" uuid NOT NULL,
	"file_name" text NOT NULL,
	"content_hash" text NOT NULL,
	"accepted" integer NOT NULL,
	"rejected" integer NOT NULL,
	"imported_by" text NOT NULL,
	"imported_at" timestamp with time zone NOT NULL,
	CONSTRAINT "participation_imports_dialogueId_contentHash_unique" UNIQUE("dialogue_id","content_hash")
);
--> statement-breakpoint
CREATE TABLE "participation_openings" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"dialogue_id" uuid NOT NULL,
	"opened_by" uuid NOT NULL,
	"opened_at" timestamp with time zone NOT NULL,
	CONSTRAINT "participation_openings_dialogueId_unique" UNIQUE("dialogue_id")
);
--> statement-breakpoint
CREATE TABLE "participation_questions" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"dialogue_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"wording" text NOT NULL,
	"wording_english" text,
	"hint" text,
	"hint_english" text,
	"stance" text,
	"axis" text DEFAULT 'place' NOT NULL,
	"max_lines" integer DEFAULT 3 NOT NULL,
	CONSTRAINT "participation_questions_dialogueId_position_unique" UNIQUE("dialogue_id","position"),
	CONSTRAINT "participation_questions_stance" CHECK ("participation_questions"."stance" is null or "participation_questions"."stance" in ('keep', 'leave', 'want')),
	CONSTRAINT "participation_questions_axis" CHECK ("participation_questions"."axis" in ('place', 'workplace'))
);
--> statement-breakpoint
CREATE TABLE "participation_responses" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"dialogue_id" uuid NOT NULL,
	"group_id" uuid NOT NULL,
	"received_on" date NOT NULL,
	"source" text NOT NULL,
	"persons" integer DEFAULT 1 NOT NULL,
	"label" text,
	"receipt_hash" text,
	"submission_hash" text,
	"seal_salt" text NOT NULL,
	"seal_sequence" integer,
	"import_id" uuid,
	"entered_by" uuid,
	CONSTRAINT "participation_responses_receiptHash_unique" UNIQUE("receipt_hash"),
	CONSTRAINT "participation_responses_submissionHash_unique" UNIQUE("submission_hash"),
	CONSTRAINT "participation_responses_source" CHECK ("participation_responses"."source" in ('web', 'note', 'import')),
	CONSTRAINT "participation_responses_persons" CHECK ("participation_responses"."persons" >= 1),
	CONSTRAINT "participation_responses_web" CHECK ("participation_responses"."source" <> 'web' or ("participation_responses"."submission_hash" is not null and "participation_responses"."receipt_hash" is not null and "participation_responses"."label" is null and "participation_responses"."entered_by" is null))
);
--> statement-breakpoint
CREATE TABLE "participation_reviews" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"statement_id" uuid NOT NULL,
	"verdict" text NOT NULL,
	"masked_text" text,
	"reason" text,
	"reviewed_by" uuid NOT NULL,
	"reviewed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "participation_reviews_verdict" CHECK ("participation_reviews"."verdict" in ('may-be-shown', 'withheld'))
);
--> statement-breakpoint
CREATE TABLE "participation_statements" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"response_id" uuid NOT NULL,
	"question_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"text" text NOT NULL,
	"grouping" text NOT NULL,
	CONSTRAINT "participation_statements_responseId_questionId_position_unique" UNIQUE("response_id","question_id","position"),
	CONSTRAINT "participation_statements_text" CHECK (length("participation_statements"."text") between 1 and 2000)
);
--> statement-breakpoint
CREATE TABLE "plans_activities" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"goal_id" uuid NOT NULL,
	"text" text NOT NULL,
	"responsible_id" uuid NOT NULL,
	"starts_on" date NOT NULL,
	"ends_on" date NOT NULL,
	"provenance" text DEFAULT 'recorded' NOT NULL
);
--> statement-breakpoint
CREATE TABLE "plans_adoptions" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"version_id" uuid NOT NULL,
	"point_id" uuid NOT NULL,
	"registered_by" uuid NOT NULL,
	"registered_at" timestamp with time zone NOT NULL,
	CONSTRAINT "plans_adoptions_versionId_unique" UNIQUE("version_id")
);
--> statement-breakpoint
CREATE TABLE "plans_goals" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"version_id" uuid NOT NULL,
	"number" text NOT NULL,
	"text" text NOT NULL,
	"heading" text,
	"focus_area_id" uuid,
	"responsible_id" uuid NOT NULL,
	"rule" text NOT NULL,
	"rule_count" integer,
	"partly_from" numeric,
	"why_we_believe" text NOT NULL,
	"succeeds_id" uuid,
	"succeeds_how" text,
	"provenance" text DEFAULT 'recorded' NOT NULL,
	CONSTRAINT "plans_goals_versionId_number_unique" UNIQUE("version_id","number"),
	CONSTRAINT "plans_goals_rule" CHECK ("plans_goals"."rule" in ('all', 'at-least', 'whole')),
	CONSTRAINT "plans_goals_rule_count" CHECK (("plans_goals"."rule" = 'at-least') = ("plans_goals"."rule_count" is not null))
);
--> statement-breakpoint
CREATE TABLE "plans_periods" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"process_id" uuid NOT NULL,
	"name" text NOT NULL,
	"from_day" date NOT NULL,
	"to_day" date NOT NULL,
	CONSTRAINT "plans_periods_processId_name_unique" UNIQUE("process_id","name"),
	CONSTRAINT "plans_periods_time" CHECK ("plans_periods"."to_day" >= "plans_periods"."from_day")
);
--> statement-breakpoint
CREATE TABLE "plans_plans" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"period_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"owner_id" uuid NOT NULL,
	"name" text NOT NULL,
	CONSTRAINT "plans_plans_kind" CHECK ("plans_plans"."kind" in ('municipal', 'board', 'operations'))
);
--> statement-breakpoint
CREATE TABLE "plans_targets" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"goal_id" uuid NOT NULL,
	"definition_id" uuid NOT NULL,
	"cell" text DEFAULT '' NOT NULL,
	"kind" text NOT NULL,
	"baseline_id" uuid,
	"value" numeric,
	"low" numeric,
	"high" numeric,
	"tolerance" numeric,
	"by" text NOT NULL,
	"waypoints" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"provenance" text DEFAULT 'recorded' NOT NULL,
	CONSTRAINT "plans_targets_kind" CHECK ("plans_targets"."kind" in ('reach', 'keep-at-least', 'keep-at-most', 'within', 'direction', 'level', 'done')),
	CONSTRAINT "plans_targets_reach_has_baseline" CHECK ("plans_targets"."kind" <> 'reach' or ("plans_targets"."baseline_id" is not null and "plans_targets"."value" is not null))
);
--> statement-breakpoint
CREATE TABLE "plans_versions" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"plan_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"document_id" uuid,
	"matter_id" uuid,
	"submitted_at" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "plans_versions_planId_number_unique" UNIQUE("plan_id","number")
);
--> statement-breakpoint
CREATE TABLE "process_closings" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"step_id" uuid NOT NULL,
	"outcome" text NOT NULL,
	"on_day" date NOT NULL,
	"reason" text,
	"closed_by" uuid NOT NULL,
	CONSTRAINT "process_closings_stepId_unique" UNIQUE("step_id"),
	CONSTRAINT "process_closings_reason" CHECK ("process_closings"."outcome" = 'done' or length(trim("process_closings"."reason")) > 0)
);
--> statement-breakpoint
CREATE TABLE "process_moves" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"step_id" uuid NOT NULL,
	"from_day" date NOT NULL,
	"to_day" date NOT NULL,
	"reason" text NOT NULL,
	"moved_by" uuid NOT NULL,
	"moved_at" timestamp with time zone NOT NULL,
	CONSTRAINT "process_moves_time" CHECK ("process_moves"."to_day" >= "process_moves"."from_day"),
	CONSTRAINT "process_moves_reason" CHECK (length(trim("process_moves"."reason")) > 0)
);
--> statement-breakpoint
CREATE TABLE "process_processes" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"purpose" text NOT NULL,
	"mandate" text NOT NULL,
	"mandated_on" date NOT NULL,
	"mandate_number" text,
	"promise" text NOT NULL,
	"follows" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "process_processes_slug_unique" UNIQUE("slug")
);
--> statement-breakpoint
CREATE TABLE "process_releases" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"step_id" uuid NOT NULL,
	"released_by" uuid NOT NULL,
	"released_at" timestamp with time zone NOT NULL,
	"note" text
);
--> statement-breakpoint
CREATE TABLE "process_steps" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"process_id" uuid NOT NULL,
	"key" text NOT NULL,
	"number" text NOT NULL,
	"position" integer NOT NULL,
	"title" text NOT NULL,
	"who" text NOT NULL,
	"purpose" text NOT NULL,
	"focus" text NOT NULL,
	"planned_from" date NOT NULL,
	"planned_to" date NOT NULL,
	"inserted_because" text,
	"inserted_at" timestamp with time zone,
	CONSTRAINT "process_steps_processId_key_unique" UNIQUE("process_id","key"),
	CONSTRAINT "process_steps_time" CHECK ("process_steps"."planned_to" >= "process_steps"."planned_from")
);
--> statement-breakpoint
CREATE TABLE "vision_adoptions" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"version_id" uuid NOT NULL,
	"point_id" uuid NOT NULL,
	"registered_by" uuid NOT NULL,
	"registered_at" timestamp with time zone NOT NULL,
	CONSTRAINT "vision_adoptions_versionId_unique" UNIQUE("version_id")
);
--> statement-breakpoint
CREATE TABLE "vision_focus_area_phrases" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"focus_area_id" uuid NOT NULL,
	"phrase_id" uuid NOT NULL,
	CONSTRAINT "vision_focus_area_phrases_focusAreaId_phraseId_unique" UNIQUE("focus_area_id","phrase_id")
);
--> statement-breakpoint
CREATE TABLE "vision_focus_areas" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"process_id" uuid NOT NULL,
	"slug" text NOT NULL,
	"number" integer NOT NULL,
	"name" text NOT NULL,
	"description" text NOT NULL,
	"point_id" uuid,
	"provenance" text DEFAULT 'recorded' NOT NULL,
	"ended_on" date,
	CONSTRAINT "vision_focus_areas_processId_slug_unique" UNIQUE("process_id","slug")
);
--> statement-breakpoint
CREATE TABLE "vision_phrase_quotes" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"phrase_id" uuid NOT NULL,
	"statement_id" uuid NOT NULL,
	"quoted_by" uuid NOT NULL,
	"quoted_at" timestamp with time zone NOT NULL,
	CONSTRAINT "vision_phrase_quotes_phraseId_statementId_unique" UNIQUE("phrase_id","statement_id")
);
--> statement-breakpoint
CREATE TABLE "vision_phrase_roots" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"phrase_id" uuid NOT NULL,
	"theme_id" uuid NOT NULL,
	"rooted_by" uuid NOT NULL,
	"rooted_at" timestamp with time zone NOT NULL,
	CONSTRAINT "vision_phrase_roots_phraseId_themeId_unique" UNIQUE("phrase_id","theme_id")
);
--> statement-breakpoint
CREATE TABLE "vision_phrases" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"proposal_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"text" text NOT NULL,
	CONSTRAINT "vision_phrases_proposalId_position_unique" UNIQUE("proposal_id","position")
);
--> statement-breakpoint
CREATE TABLE "vision_proposals" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"process_id" uuid NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"provenance" text DEFAULT 'recorded' NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "vision_proposals_processId_slug_unique" UNIQUE("process_id","slug"),
	CONSTRAINT "vision_proposals_provenance" CHECK ("vision_proposals"."provenance" in ('recorded', 'sourced', 'invented'))
);
--> statement-breakpoint
CREATE TABLE "vision_versions" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"proposal_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"document_id" uuid NOT NULL,
	"matter_id" uuid NOT NULL,
	"submitted_by" uuid NOT NULL,
	"submitted_at" timestamp with time zone NOT NULL,
	CONSTRAINT "vision_versions_proposalId_number_unique" UNIQUE("proposal_id","number")
);
--> statement-breakpoint
ALTER TABLE "people_assignments" ADD CONSTRAINT "people_assignments_person_id_people_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people_persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "people_assignments" ADD CONSTRAINT "people_assignments_organ_id_people_organs_id_fk" FOREIGN KEY ("organ_id") REFERENCES "public"."people_organs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "people_credentials" ADD CONSTRAINT "people_credentials_user_id_people_persons_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."people_persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "people_organs" ADD CONSTRAINT "people_organs_heir_id_people_organs_id_fk" FOREIGN KEY ("heir_id") REFERENCES "public"."people_organs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "people_sessions" ADD CONSTRAINT "people_sessions_user_id_people_persons_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."people_persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "trail_seals" ADD CONSTRAINT "trail_seals_event_id_trail_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."trail_events"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "analysis_codings" ADD CONSTRAINT "analysis_codings_statement_id_participation_statements_id_fk" FOREIGN KEY ("statement_id") REFERENCES "public"."participation_statements"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "analysis_codings" ADD CONSTRAINT "analysis_codings_theme_id_analysis_themes_id_fk" FOREIGN KEY ("theme_id") REFERENCES "public"."analysis_themes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "analysis_codings" ADD CONSTRAINT "analysis_codings_coded_by_people_persons_id_fk" FOREIGN KEY ("coded_by") REFERENCES "public"."people_persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "analysis_set_asides" ADD CONSTRAINT "analysis_set_asides_statement_id_participation_statements_id_fk" FOREIGN KEY ("statement_id") REFERENCES "public"."participation_statements"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "analysis_set_asides" ADD CONSTRAINT "analysis_set_asides_set_aside_by_people_persons_id_fk" FOREIGN KEY ("set_aside_by") REFERENCES "public"."people_persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "analysis_snapshots" ADD CONSTRAINT "analysis_snapshots_process_id_process_processes_id_fk" FOREIGN KEY ("process_id") REFERENCES "public"."process_processes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "analysis_snapshots" ADD CONSTRAINT "analysis_snapshots_document_id_documents_frozen_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."documents_frozen"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "analysis_snapshots" ADD CONSTRAINT "analysis_snapshots_frozen_by_people_persons_id_fk" FOREIGN KEY ("frozen_by") REFERENCES "public"."people_persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "analysis_themes" ADD CONSTRAINT "analysis_themes_process_id_process_processes_id_fk" FOREIGN KEY ("process_id") REFERENCES "public"."process_processes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decision_adjustments" ADD CONSTRAINT "decision_adjustments_point_id_decision_points_id_fk" FOREIGN KEY ("point_id") REFERENCES "public"."decision_points"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decision_adjustments" ADD CONSTRAINT "decision_adjustments_recorded_by_people_persons_id_fk" FOREIGN KEY ("recorded_by") REFERENCES "public"."people_persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decision_appeals" ADD CONSTRAINT "decision_appeals_point_id_decision_points_id_fk" FOREIGN KEY ("point_id") REFERENCES "public"."decision_points"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decision_appeals" ADD CONSTRAINT "decision_appeals_recorded_by_people_persons_id_fk" FOREIGN KEY ("recorded_by") REFERENCES "public"."people_persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decision_matters" ADD CONSTRAINT "decision_matters_opened_by_people_persons_id_fk" FOREIGN KEY ("opened_by") REFERENCES "public"."people_persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decision_notices" ADD CONSTRAINT "decision_notices_point_id_decision_points_id_fk" FOREIGN KEY ("point_id") REFERENCES "public"."decision_points"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decision_notices" ADD CONSTRAINT "decision_notices_recorded_by_people_persons_id_fk" FOREIGN KEY ("recorded_by") REFERENCES "public"."people_persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decision_points" ADD CONSTRAINT "decision_points_matter_id_decision_matters_id_fk" FOREIGN KEY ("matter_id") REFERENCES "public"."decision_matters"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decision_points" ADD CONSTRAINT "decision_points_organ_id_people_organs_id_fk" FOREIGN KEY ("organ_id") REFERENCES "public"."people_organs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decision_points" ADD CONSTRAINT "decision_points_document_id_documents_frozen_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."documents_frozen"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decision_points" ADD CONSTRAINT "decision_points_recorded_by_people_persons_id_fk" FOREIGN KEY ("recorded_by") REFERENCES "public"."people_persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decision_points" ADD CONSTRAINT "decision_points_document_was_submitted" FOREIGN KEY ("matter_id","document_id") REFERENCES "public"."decision_submissions"("matter_id","document_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decision_route_steps" ADD CONSTRAINT "decision_route_steps_matter_id_decision_matters_id_fk" FOREIGN KEY ("matter_id") REFERENCES "public"."decision_matters"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decision_route_steps" ADD CONSTRAINT "decision_route_steps_organ_id_people_organs_id_fk" FOREIGN KEY ("organ_id") REFERENCES "public"."people_organs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decision_submissions" ADD CONSTRAINT "decision_submissions_matter_id_decision_matters_id_fk" FOREIGN KEY ("matter_id") REFERENCES "public"."decision_matters"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decision_submissions" ADD CONSTRAINT "decision_submissions_document_id_documents_frozen_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."documents_frozen"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decision_submissions" ADD CONSTRAINT "decision_submissions_submitted_by_people_persons_id_fk" FOREIGN KEY ("submitted_by") REFERENCES "public"."people_persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "followup_activity_statuses" ADD CONSTRAINT "followup_activity_statuses_round_id_followup_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."followup_rounds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "followup_activity_statuses" ADD CONSTRAINT "followup_activity_statuses_activity_id_plans_activities_id_fk" FOREIGN KEY ("activity_id") REFERENCES "public"."plans_activities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "followup_activity_statuses" ADD CONSTRAINT "followup_activity_statuses_set_by_people_persons_id_fk" FOREIGN KEY ("set_by") REFERENCES "public"."people_persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "followup_duties" ADD CONSTRAINT "followup_duties_round_id_followup_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."followup_rounds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "followup_duties" ADD CONSTRAINT "followup_duties_organ_id_people_organs_id_fk" FOREIGN KEY ("organ_id") REFERENCES "public"."people_organs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "followup_duties" ADD CONSTRAINT "followup_duties_goal_id_plans_goals_id_fk" FOREIGN KEY ("goal_id") REFERENCES "public"."plans_goals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "followup_duties" ADD CONSTRAINT "followup_duties_activity_id_plans_activities_id_fk" FOREIGN KEY ("activity_id") REFERENCES "public"."plans_activities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "followup_judgements" ADD CONSTRAINT "followup_judgements_round_id_followup_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."followup_rounds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "followup_judgements" ADD CONSTRAINT "followup_judgements_goal_id_plans_goals_id_fk" FOREIGN KEY ("goal_id") REFERENCES "public"."plans_goals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "followup_judgements" ADD CONSTRAINT "followup_judgements_judged_by_people_persons_id_fk" FOREIGN KEY ("judged_by") REFERENCES "public"."people_persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "followup_lockings" ADD CONSTRAINT "followup_lockings_round_id_followup_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."followup_rounds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "followup_lockings" ADD CONSTRAINT "followup_lockings_locked_by_people_persons_id_fk" FOREIGN KEY ("locked_by") REFERENCES "public"."people_persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "followup_looked_at" ADD CONSTRAINT "followup_looked_at_judgement_id_followup_judgements_id_fk" FOREIGN KEY ("judgement_id") REFERENCES "public"."followup_judgements"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "followup_looked_at" ADD CONSTRAINT "followup_looked_at_measurement_id_indicators_measurements_id_fk" FOREIGN KEY ("measurement_id") REFERENCES "public"."indicators_measurements"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "followup_reopenings" ADD CONSTRAINT "followup_reopenings_locking_id_followup_lockings_id_fk" FOREIGN KEY ("locking_id") REFERENCES "public"."followup_lockings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "followup_reopenings" ADD CONSTRAINT "followup_reopenings_reopened_by_people_persons_id_fk" FOREIGN KEY ("reopened_by") REFERENCES "public"."people_persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "followup_rounds" ADD CONSTRAINT "followup_rounds_plan_version_id_plans_versions_id_fk" FOREIGN KEY ("plan_version_id") REFERENCES "public"."plans_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "followup_rounds" ADD CONSTRAINT "followup_rounds_opened_by_people_persons_id_fk" FOREIGN KEY ("opened_by") REFERENCES "public"."people_persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "indicators_baselines" ADD CONSTRAINT "indicators_baselines_frozen_by_people_persons_id_fk" FOREIGN KEY ("frozen_by") REFERENCES "public"."people_persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "indicators_baselines" ADD CONSTRAINT "indicators_baselines_point_id_decision_points_id_fk" FOREIGN KEY ("point_id") REFERENCES "public"."decision_points"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "indicators_baselines" ADD CONSTRAINT "indicators_baselines_measurement" FOREIGN KEY ("definition_id","measurement_id") REFERENCES "public"."indicators_measurements"("definition_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "indicators_definitions" ADD CONSTRAINT "indicators_definitions_indicator_id_indicators_indicators_id_fk" FOREIGN KEY ("indicator_id") REFERENCES "public"."indicators_indicators"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "indicators_indicators" ADD CONSTRAINT "indicators_indicators_keeper_id_people_organs_id_fk" FOREIGN KEY ("keeper_id") REFERENCES "public"."people_organs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "indicators_measurements" ADD CONSTRAINT "indicators_measurements_definition_id_indicators_definitions_id_fk" FOREIGN KEY ("definition_id") REFERENCES "public"."indicators_definitions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "indicators_measurements" ADD CONSTRAINT "indicators_measurements_reported_by_people_persons_id_fk" FOREIGN KEY ("reported_by") REFERENCES "public"."people_persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "participation_closings" ADD CONSTRAINT "participation_closings_dialogue_id_participation_dialogues_id_fk" FOREIGN KEY ("dialogue_id") REFERENCES "public"."participation_dialogues"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "participation_closings" ADD CONSTRAINT "participation_closings_closed_by_people_persons_id_fk" FOREIGN KEY ("closed_by") REFERENCES "public"."people_persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "participation_dialogues" ADD CONSTRAINT "participation_dialogues_process_id_process_processes_id_fk" FOREIGN KEY ("process_id") REFERENCES "public"."process_processes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "participation_dialogues" ADD CONSTRAINT "participation_dialogues_step_id_process_steps_id_fk" FOREIGN KEY ("step_id") REFERENCES "public"."process_steps"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "participation_dialogues" ADD CONSTRAINT "participation_dialogues_group_id_participation_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."participation_groups"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "participation_groups" ADD CONSTRAINT "participation_groups_process_id_process_processes_id_fk" FOREIGN KEY ("process_id") REFERENCES "public"."process_processes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "participation_imports" ADD CONSTRAINT "participation_imports_dialogue_id_participation_dialogues_id_fk" FOREIGN KEY ("dialogue_id") REFERENCES "public"."participation_dialogues"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "participation_openings" ADD CONSTRAINT "participation_openings_dialogue_id_participation_dialogues_id_fk" FOREIGN KEY ("dialogue_id") REFERENCES "public"."participation_dialogues"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "participation_openings" ADD CONSTRAINT "participation_openings_opened_by_people_persons_id_fk" FOREIGN KEY ("opened_by") REFERENCES "public"."people_persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "participation_questions" ADD CONSTRAINT "participation_questions_dialogue_id_participation_dialogues_id_fk" FOREIGN KEY ("dialogue_id") REFERENCES "public"."participation_dialogues"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "participation_responses" ADD CONSTRAINT "participation_responses_dialogue_id_participation_dialogues_id_fk" FOREIGN KEY ("dialogue_id") REFERENCES "public"."participation_dialogues"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "participation_responses" ADD CONSTRAINT "participation_responses_group_id_participation_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."participation_groups"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "participation_responses" ADD CONSTRAINT "participation_responses_entered_by_people_persons_id_fk" FOREIGN KEY ("entered_by") REFERENCES "public"."people_persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "participation_reviews" ADD CONSTRAINT "participation_reviews_statement_id_participation_statements_id_fk" FOREIGN KEY ("statement_id") REFERENCES "public"."participation_statements"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "participation_reviews" ADD CONSTRAINT "participation_reviews_reviewed_by_people_persons_id_fk" FOREIGN KEY ("reviewed_by") REFERENCES "public"."people_persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "participation_statements" ADD CONSTRAINT "participation_statements_response_id_participation_responses_id_fk" FOREIGN KEY ("response_id") REFERENCES "public"."participation_responses"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "participation_statements" ADD CONSTRAINT "participation_statements_question_id_participation_questions_id_fk" FOREIGN KEY ("question_id") REFERENCES "public"."participation_questions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plans_activities" ADD CONSTRAINT "plans_activities_goal_id_plans_goals_id_fk" FOREIGN KEY ("goal_id") REFERENCES "public"."plans_goals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plans_activities" ADD CONSTRAINT "plans_activities_responsible_id_people_organs_id_fk" FOREIGN KEY ("responsible_id") REFERENCES "public"."people_organs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plans_adoptions" ADD CONSTRAINT "plans_adoptions_version_id_plans_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."plans_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plans_adoptions" ADD CONSTRAINT "plans_adoptions_point_id_decision_points_id_fk" FOREIGN KEY ("point_id") REFERENCES "public"."decision_points"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plans_adoptions" ADD CONSTRAINT "plans_adoptions_registered_by_people_persons_id_fk" FOREIGN KEY ("registered_by") REFERENCES "public"."people_persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plans_goals" ADD CONSTRAINT "plans_goals_version_id_plans_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."plans_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plans_goals" ADD CONSTRAINT "plans_goals_focus_area_id_vision_focus_areas_id_fk" FOREIGN KEY ("focus_area_id") REFERENCES "public"."vision_focus_areas"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plans_goals" ADD CONSTRAINT "plans_goals_responsible_id_people_organs_id_fk" FOREIGN KEY ("responsible_id") REFERENCES "public"."people_organs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plans_goals" ADD CONSTRAINT "plans_goals_succeeds_id_plans_goals_id_fk" FOREIGN KEY ("succeeds_id") REFERENCES "public"."plans_goals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plans_periods" ADD CONSTRAINT "plans_periods_process_id_process_processes_id_fk" FOREIGN KEY ("process_id") REFERENCES "public"."process_processes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plans_plans" ADD CONSTRAINT "plans_plans_period_id_plans_periods_id_fk" FOREIGN KEY ("period_id") REFERENCES "public"."plans_periods"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plans_plans" ADD CONSTRAINT "plans_plans_owner_id_people_organs_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."people_organs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plans_targets" ADD CONSTRAINT "plans_targets_goal_id_plans_goals_id_fk" FOREIGN KEY ("goal_id") REFERENCES "public"."plans_goals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plans_targets" ADD CONSTRAINT "plans_targets_definition_id_indicators_definitions_id_fk" FOREIGN KEY ("definition_id") REFERENCES "public"."indicators_definitions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plans_targets" ADD CONSTRAINT "plans_targets_baseline_of_same_definition" FOREIGN KEY ("definition_id","baseline_id") REFERENCES "public"."indicators_baselines"("definition_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plans_versions" ADD CONSTRAINT "plans_versions_plan_id_plans_plans_id_fk" FOREIGN KEY ("plan_id") REFERENCES "public"."plans_plans"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plans_versions" ADD CONSTRAINT "plans_versions_document_id_documents_frozen_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."documents_frozen"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plans_versions" ADD CONSTRAINT "plans_versions_matter_id_decision_matters_id_fk" FOREIGN KEY ("matter_id") REFERENCES "public"."decision_matters"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "process_closings" ADD CONSTRAINT "process_closings_step_id_process_steps_id_fk" FOREIGN KEY ("step_id") REFERENCES "public"."process_steps"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "process_closings" ADD CONSTRAINT "process_closings_closed_by_people_persons_id_fk" FOREIGN KEY ("closed_by") REFERENCES "public"."people_persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "process_moves" ADD CONSTRAINT "process_moves_step_id_process_steps_id_fk" FOREIGN KEY ("step_id") REFERENCES "public"."process_steps"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "process_moves" ADD CONSTRAINT "process_moves_moved_by_people_persons_id_fk" FOREIGN KEY ("moved_by") REFERENCES "public"."people_persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "process_releases" ADD CONSTRAINT "process_releases_step_id_process_steps_id_fk" FOREIGN KEY ("step_id") REFERENCES "public"."process_steps"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "process_releases" ADD CONSTRAINT "process_releases_released_by_people_persons_id_fk" FOREIGN KEY ("released_by") REFERENCES "public"."people_persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "process_steps" ADD CONSTRAINT "process_steps_process_id_process_processes_id_fk" FOREIGN KEY ("process_id") REFERENCES "public"."process_processes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "vision_adoptions" ADD CONSTRAINT "vision_adoptions_version_id_vision_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."vision_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "vision_adoptions" ADD CONSTRAINT "vision_adoptions_point_id_decision_points_id_fk" FOREIGN KEY ("point_id") REFERENCES "public"."decision_points"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "vision_adoptions" ADD CONSTRAINT "vision_adoptions_registered_by_people_persons_id_fk" FOREIGN KEY ("registered_by") REFERENCES "public"."people_persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "vision_focus_area_phrases" ADD CONSTRAINT "vision_focus_area_phrases_focus_area_id_vision_focus_areas_id_fk" FOREIGN KEY ("focus_area_id") REFERENCES "public"."vision_focus_areas"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "vision_focus_area_phrases" ADD CONSTRAINT "vision_focus_area_phrases_phrase_id_vision_phrases_id_fk" FOREIGN KEY ("phrase_id") REFERENCES "public"."vision_phrases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "vision_focus_areas" ADD CONSTRAINT "vision_focus_areas_process_id_process_processes_id_fk" FOREIGN KEY ("process_id") REFERENCES "public"."process_processes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "vision_focus_areas" ADD CONSTRAINT "vision_focus_areas_point_id_decision_points_id_fk" FOREIGN KEY ("point_id") REFERENCES "public"."decision_points"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "vision_phrase_quotes" ADD CONSTRAINT "vision_phrase_quotes_phrase_id_vision_phrases_id_fk" FOREIGN KEY ("phrase_id") REFERENCES "public"."vision_phrases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "vision_phrase_quotes" ADD CONSTRAINT "vision_phrase_quotes_statement_id_participation_statements_id_fk" FOREIGN KEY ("statement_id") REFERENCES "public"."participation_statements"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "vision_phrase_quotes" ADD CONSTRAINT "vision_phrase_quotes_quoted_by_people_persons_id_fk" FOREIGN KEY ("quoted_by") REFERENCES "public"."people_persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "vision_phrase_roots" ADD CONSTRAINT "vision_phrase_roots_phrase_id_vision_phrases_id_fk" FOREIGN KEY ("phrase_id") REFERENCES "public"."vision_phrases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "vision_phrase_roots" ADD CONSTRAINT "vision_phrase_roots_theme_id_analysis_themes_id_fk" FOREIGN KEY ("theme_id") REFERENCES "public"."analysis_themes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "vision_phrase_roots" ADD CONSTRAINT "vision_phrase_roots_rooted_by_people_persons_id_fk" FOREIGN KEY ("rooted_by") REFERENCES "public"."people_persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "vision_phrases" ADD CONSTRAINT "vision_phrases_proposal_id_vision_proposals_id_fk" FOREIGN KEY ("proposal_id") REFERENCES "public"."vision_proposals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "vision_proposals" ADD CONSTRAINT "vision_proposals_process_id_process_processes_id_fk" FOREIGN KEY ("process_id") REFERENCES "public"."process_processes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "vision_versions" ADD CONSTRAINT "vision_versions_proposal_id_vision_proposals_id_fk" FOREIGN KEY ("proposal_id") REFERENCES "public"."vision_proposals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "vision_versions" ADD CONSTRAINT "vision_versions_document_id_documents_frozen_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."documents_frozen"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "vision_versions" ADD CONSTRAINT "vision_versions_matter_id_decision_matters_id_fk" FOREIGN KEY ("matter_id") REFERENCES "public"."decision_matters"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "vision_versions" ADD CONSTRAINT "vision_versions_submitted_by_people_persons_id_fk" FOREIGN KEY ("submitted_by") REFERENCES "public"."people_persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "people_assignments_person_id_index" ON "people_assignments" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "people_verifications_identifier_index" ON "people_verifications" USING btree ("identifier");--> statement-breakpoint
CREATE INDEX "analysis_codings_statement" ON "analysis_codings" USING btree ("statement_id");--> statement-breakpoint
CREATE INDEX "analysis_codings_theme" ON "analysis_codings" USING btree ("theme_id");--> statement-breakpoint
CREATE INDEX "decision_points_matter_id_index" ON "decision_points" USING btree ("matter_id");--> statement-breakpoint
CREATE INDEX "followup_duties_round_id_index" ON "followup_duties" USING btree ("round_id");--> statement-breakpoint
CREATE INDEX "followup_judgements_goal_id_index" ON "followup_judgements" USING btree ("goal_id");--> statement-breakpoint
CREATE INDEX "followup_lockings_round_id_index" ON "followup_lockings" USING btree ("round_id");--> statement-breakpoint
CREATE INDEX "indicators_kolada_kpis_title_index" ON "indicators_kolada_kpis" USING btree ("title");--> statement-breakpoint
CREATE INDEX "participation_responses_dialogue_id_index" ON "participation_responses" USING btree ("dialogue_id");--> statement-breakpoint
CREATE INDEX "participation_responses_group_id_index" ON "participation_responses" USING btree ("group_id");--> statement-breakpoint
CREATE INDEX "participation_responses_unsealed" ON "participation_responses" USING btree ("seal_sequence") WHERE seal_sequence is null;--> statement-breakpoint
CREATE INDEX "participation_reviews_statement_id_reviewed_at_index" ON "participation_reviews" USING btree ("statement_id","reviewed_at");--> statement-breakpoint
CREATE INDEX "participation_statements_question_id_index" ON "participation_statements" USING btree ("question_id");--> statement-breakpoint
CREATE INDEX "participation_statements_grouping_index" ON "participation_statements" USING btree ("grouping");--> statement-breakpoint
CREATE INDEX "plans_activities_goal_id_index" ON "plans_activities" USING btree ("goal_id");--> statement-breakpoint
CREATE INDEX "plans_goals_focus_area_id_index" ON "plans_goals" USING btree ("focus_area_id");--> statement-breakpoint
CREATE INDEX "plans_targets_goal_id_index" ON "plans_targets" USING btree ("goal_id");--> statement-breakpoint
CREATE INDEX "process_moves_step_id_index" ON "process_moves" USING btree ("step_id");--> statement-breakpoint
CREATE INDEX "process_releases_step_id_index" ON "process_releases" USING btree ("step_id");--> statement-breakpoint
CREATE INDEX "vision_focus_area_phrases_phrase_id_index" ON "vision_focus_area_phrases" USING btree ("phrase_id");--> statement-breakpoint
CREATE INDEX "vision_phrase_quotes_statement_id_index" ON "vision_phrase_quotes" USING btree ("statement_id");--> statement-breakpoint
CREATE INDEX "vision_phrase_roots_theme_id_index" ON "vision_phrase_roots" USING btree ("theme_id");