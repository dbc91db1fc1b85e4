CREATE TABLE "participation_population_cells" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"population_id" uuid NOT NULL,
	"place" text,
	"age_from" integer,
	"age_to" integer,
	"sex" text,
	"count" integer NOT NULL,
	CONSTRAINT "participation_population_cells_one" UNIQUE NULLS NOT DISTINCT("population_id","place","age_from","age_to","sex"),
	CONSTRAINT "participation_population_cells_sex" CHECK ("participation_population_cells"."sex" is null or "participation_population_cells"."sex" in ('women', 'men')),
	CONSTRAINT "participation_population_cells_age" CHECK (("participation_population_cells"."age_from" is null and "participation_population_cells"."age_to" is null) or ("participation_population_cells"."age_from" >= 0 and ("participation_population_cells"."age_to" is null or "participation_population_cells"."age_to" >= "participation_population_cells"."age_from"))),
	CONSTRAINT "participation_population_cells_count" CHECK ("participation_population_cells"."count" >= 0)
);
--> statement-breakpoint
CREATE TABLE "participation_populations" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"source" text NOT NULL,
	"counted_on" date NOT NULL,
	"note" text,
	"content_hash" text NOT NULL,
	"added_by" uuid NOT NULL,
	"added_at" timestamp with time zone NOT NULL,
	CONSTRAINT "participation_populations_contentHash_unique" UNIQUE("content_hash")
);
--> statement-breakpoint
ALTER TABLE "participation_population_cells" ADD CONSTRAINT "participation_population_cells_population_id_participation_populations_id_fk" FOREIGN KEY ("population_id") REFERENCES "public"."participation_populations"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "participation_populations" ADD CONSTRAINT "participation_populations_added_by_people_persons_id_fk" FOREIGN KEY ("added_by") REFERENCES "public"."people_persons"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
-- A table of the population is as it was given. A new one is added beside it; none is corrected.
create trigger participation_populations_frozen before update or delete on participation_populations for each row execute function samsyn_append_only();
--> statement-breakpoint
create trigger participation_populations_never_emptied before truncate on participation_populations for each statement execute function samsyn_append_only();
--> statement-breakpoint
create trigger participation_population_cells_frozen before update or delete on participation_population_cells for each row execute function samsyn_append_only();
--> statement-breakpoint
create trigger participation_population_cells_never_emptied before truncate on participation_population_cells for each statement execute function samsyn_append_only();
