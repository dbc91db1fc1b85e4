CREATE TABLE "participation_readings" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"person_id" uuid NOT NULL,
	"dialogue_id" uuid NOT NULL,
	"read_on" date NOT NULL,
	"page" text NOT NULL,
	"purpose" text NOT NULL,
	"times" integer NOT NULL,
	"statements" integer NOT NULL,
	"last_at" timestamp with time zone NOT NULL,
	CONSTRAINT "participation_readings_one" UNIQUE("person_id","read_on","dialogue_id","page","purpose"),
	CONSTRAINT "participation_readings_why" CHECK ("participation_readings"."page" in ('review', 'coding') and "participation_readings"."purpose" in ('review', 'coding', 'audit')),
	CONSTRAINT "participation_readings_counts" CHECK ("participation_readings"."times" >= 1 and "participation_readings"."statements" >= 1)
);
--> statement-breakpoint
ALTER TABLE "participation_readings" ADD CONSTRAINT "participation_readings_person_id_people_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people_persons"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "participation_readings" ADD CONSTRAINT "participation_readings_dialogue_id_participation_dialogues_id_fk" FOREIGN KEY ("dialogue_id") REFERENCES "public"."participation_dialogues"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
-- The log of who has read can be added to and never thinned out, not by whoever holds the database's keys by mistake either.
create function participation_readings_grow() returns trigger language plpgsql as $$
begin
  if tg_op <> 'UPDATE' or (new.id, new.person_id, new.dialogue_id, new.read_on, new.page, new.purpose) is distinct from (old.id, old.person_id, old.dialogue_id, old.read_on, old.page, old.purpose)
    or new.times <= old.times or new.statements <= old.statements or new.last_at < old.last_at then
    raise exception 'participation_readings only grows: % is refused', tg_op using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger participation_readings_only_grow before update or delete on participation_readings for each row execute function participation_readings_grow();
--> statement-breakpoint
create trigger participation_readings_never_emptied before truncate on participation_readings for each statement execute function samsyn_append_only();
