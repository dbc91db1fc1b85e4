CREATE TABLE "people_floors" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"adults" integer NOT NULL,
	"children" integer NOT NULL,
	"set_by" uuid NOT NULL,
	"set_at" timestamp with time zone NOT NULL,
	CONSTRAINT "people_floors_least" CHECK ("people_floors"."adults" >= 5 and "people_floors"."children" >= 10 and "people_floors"."children" >= "people_floors"."adults")
);
--> statement-breakpoint
CREATE TABLE "people_languages" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"tags" text[] NOT NULL,
	"set_by" uuid NOT NULL,
	"set_at" timestamp with time zone NOT NULL,
	CONSTRAINT "people_languages_swedish" CHECK ('sv' = any("people_languages"."tags"))
);
--> statement-breakpoint
CREATE TABLE "people_organ_names" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"organ_id" uuid NOT NULL,
	"name" text NOT NULL,
	"valid_from" date NOT NULL,
	"set_by" uuid NOT NULL,
	"set_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "people_places" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"name" text NOT NULL,
	"parent_id" uuid,
	"position" integer NOT NULL,
	"valid_from" date NOT NULL,
	"valid_to" date,
	"set_by" uuid NOT NULL,
	"set_at" timestamp with time zone NOT NULL,
	CONSTRAINT "people_places_time" CHECK ("people_places"."valid_to" is null or "people_places"."valid_to" >= "people_places"."valid_from")
);
--> statement-breakpoint
CREATE TABLE "people_retentions" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"data_class" text NOT NULL,
	"rule" text NOT NULL,
	"years" integer,
	"decision" text,
	"set_by" uuid NOT NULL,
	"set_at" timestamp with time zone NOT NULL,
	CONSTRAINT "people_retentions_class" CHECK ("people_retentions"."data_class" in ('answers', 'contact-details', 'mail', 'sessions', 'reading-log', 'trail', 'documents', 'backups')),
	CONSTRAINT "people_retentions_rule" CHECK ("people_retentions"."rule" in ('kept', 'when-no-longer-needed', 'after-years')),
	CONSTRAINT "people_retentions_years" CHECK (("people_retentions"."rule" = 'after-years') = ("people_retentions"."years" is not null) and "people_retentions"."years" between 1 and 100),
	CONSTRAINT "people_retentions_decision" CHECK ("people_retentions"."rule" = 'kept' or length(coalesce("people_retentions"."decision", '')) > 0)
);
--> statement-breakpoint
CREATE TABLE "people_terms" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"concept" text NOT NULL,
	"gender" text NOT NULL,
	"one" text NOT NULL,
	"the" text NOT NULL,
	"many" text NOT NULL,
	"all_the" text NOT NULL,
	"english" text NOT NULL,
	"english_many" text NOT NULL,
	"set_by" uuid NOT NULL,
	"set_at" timestamp with time zone NOT NULL,
	CONSTRAINT "people_terms_concept" CHECK ("people_terms"."concept" in ('goal', 'target', 'indicator', 'activity', 'focus-area', 'committee', 'plan', 'follow-up')),
	CONSTRAINT "people_terms_gender" CHECK ("people_terms"."gender" in ('en', 'ett')),
	CONSTRAINT "people_terms_plain" CHECK (concat("people_terms"."one", "people_terms"."the", "people_terms"."many", "people_terms"."all_the", "people_terms"."english", "people_terms"."english_many") !~ '[<>&"=/{}0-9]')
);
--> statement-breakpoint
ALTER TABLE "people_floors" ADD CONSTRAINT "people_floors_set_by_people_persons_id_fk" FOREIGN KEY ("set_by") REFERENCES "public"."people_persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "people_languages" ADD CONSTRAINT "people_languages_set_by_people_persons_id_fk" FOREIGN KEY ("set_by") REFERENCES "public"."people_persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "people_organ_names" ADD CONSTRAINT "people_organ_names_set_by_people_persons_id_fk" FOREIGN KEY ("set_by") REFERENCES "public"."people_persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "people_organ_names" ADD CONSTRAINT "people_organ_names_organ_id_people_organs_id_fk" FOREIGN KEY ("organ_id") REFERENCES "public"."people_organs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "people_places" ADD CONSTRAINT "people_places_set_by_people_persons_id_fk" FOREIGN KEY ("set_by") REFERENCES "public"."people_persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "people_places" ADD CONSTRAINT "people_places_parent_id_people_places_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."people_places"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "people_retentions" ADD CONSTRAINT "people_retentions_set_by_people_persons_id_fk" FOREIGN KEY ("set_by") REFERENCES "public"."people_persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "people_terms" ADD CONSTRAINT "people_terms_set_by_people_persons_id_fk" FOREIGN KEY ("set_by") REFERENCES "public"."people_persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "people_organ_names_organ_id_valid_from_index" ON "people_organ_names" USING btree ("organ_id","valid_from");--> statement-breakpoint
CREATE INDEX "people_terms_concept_set_at_index" ON "people_terms" USING btree ("concept","set_at");