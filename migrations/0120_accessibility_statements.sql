CREATE TABLE "people_accessibility_faults" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"statement_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"what" text NOT NULL,
	"whom" text NOT NULL,
	"reason" text NOT NULL,
	"mended_on" date,
	CONSTRAINT "people_accessibility_faults_statementId_position_unique" UNIQUE("statement_id","position"),
	CONSTRAINT "people_accessibility_faults_reason" CHECK ("people_accessibility_faults"."reason" in ('to-be-mended', 'burdensome', 'exempt')),
	CONSTRAINT "people_accessibility_faults_day" CHECK ("people_accessibility_faults"."reason" <> 'to-be-mended' or "people_accessibility_faults"."mended_on" is not null)
);
--> statement-breakpoint
CREATE TABLE "people_accessibility_statements" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"conformity" text NOT NULL,
	"tried_by" text NOT NULL,
	"tried_on" date NOT NULL,
	"contact" text,
	"stated_by" uuid NOT NULL,
	"stated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "people_accessibility_statements_conformity" CHECK ("people_accessibility_statements"."conformity" in ('full', 'partial', 'none'))
);
--> statement-breakpoint
ALTER TABLE "people_accessibility_faults" ADD CONSTRAINT "people_accessibility_faults_statement_id_people_accessibility_statements_id_fk" FOREIGN KEY ("statement_id") REFERENCES "public"."people_accessibility_statements"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "people_accessibility_statements" ADD CONSTRAINT "people_accessibility_statements_stated_by_people_persons_id_fk" FOREIGN KEY ("stated_by") REFERENCES "public"."people_persons"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
CREATE INDEX "people_accessibility_statements_stated_at_index" ON "people_accessibility_statements" USING btree ("stated_at");
--> statement-breakpoint
create trigger people_accessibility_statements_append_only before update or delete on people_accessibility_statements for each row execute function samsyn_append_only();
--> statement-breakpoint
create trigger people_accessibility_faults_append_only before update or delete on people_accessibility_faults for each row execute function samsyn_append_only();
