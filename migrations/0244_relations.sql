CREATE TABLE "participation_population_relations" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"population_id" uuid NOT NULL,
	"relation" text,
	"count" integer NOT NULL,
	CONSTRAINT "participation_population_relations_one" UNIQUE NULLS NOT DISTINCT("population_id","relation"),
	CONSTRAINT "participation_population_relations_count" CHECK ("participation_population_relations"."count" >= 0)
);
--> statement-breakpoint
ALTER TABLE "participation_population_relations" ADD CONSTRAINT "participation_population_relations_population_id_participation_populations_id_fk" FOREIGN KEY ("population_id") REFERENCES "public"."participation_populations"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
-- As the other numbers of a table: added as they were given, and never corrected.
create trigger participation_population_relations_frozen before update or delete on participation_population_relations for each row execute function samsyn_append_only();
--> statement-breakpoint
create trigger participation_population_relations_never_emptied before truncate on participation_population_relations for each statement execute function samsyn_append_only();
