CREATE TABLE "people_maps" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"source" text NOT NULL,
	"drawing" jsonb NOT NULL,
	"set_by" uuid NOT NULL,
	"set_at" timestamp with time zone NOT NULL,
	CONSTRAINT "people_maps_drawing" CHECK (jsonb_typeof("people_maps"."drawing") = 'object' and pg_column_size("people_maps"."drawing") < 200000)
);
--> statement-breakpoint
ALTER TABLE "people_maps" ADD CONSTRAINT "people_maps_set_by_people_persons_id_fk" FOREIGN KEY ("set_by") REFERENCES "public"."people_persons"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
create trigger people_maps_append_only before update or delete on people_maps for each row execute function samsyn_append_only();
