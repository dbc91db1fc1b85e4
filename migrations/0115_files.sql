CREATE TABLE "files_files" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"sha256" text NOT NULL,
	"kind" text NOT NULL,
	"media_type" text NOT NULL,
	"width" integer,
	"height" integer,
	"size" integer NOT NULL,
	"alt" text,
	"name" text NOT NULL,
	"bytes" "bytea",
	"uploaded_by" uuid NOT NULL,
	"uploaded_at" timestamp with time zone NOT NULL,
	"why" text NOT NULL,
	"removed_by" uuid,
	"removed_at" timestamp with time zone,
	"removed_why" text,
	CONSTRAINT "files_files_kind" CHECK ("files_files"."kind" in ('image', 'document')),
	CONSTRAINT "files_files_media_type" CHECK ("files_files"."media_type" in ('image/png', 'image/jpeg', 'image/webp', 'application/pdf')),
	CONSTRAINT "files_files_kind_of_media" CHECK (("files_files"."kind" = 'image') = ("files_files"."media_type" like 'image/%')),
	CONSTRAINT "files_files_image" CHECK (num_nonnulls("files_files"."width", "files_files"."height", "files_files"."alt") = case "files_files"."kind" when 'image' then 3 else 0 end),
	CONSTRAINT "files_files_alt" CHECK ("files_files"."alt" <> ''),
	CONSTRAINT "files_files_hash" CHECK ("files_files"."sha256" = encode(sha256("files_files"."bytes"), 'hex')),
	CONSTRAINT "files_files_size" CHECK ("files_files"."size" > 0 and "files_files"."size" = octet_length("files_files"."bytes")),
	CONSTRAINT "files_files_removal" CHECK (num_nonnulls("files_files"."removed_by", "files_files"."removed_at", "files_files"."removed_why") in (0, 3)),
	CONSTRAINT "files_files_bytes" CHECK (("files_files"."bytes" is null) = ("files_files"."removed_at" is not null))
);
--> statement-breakpoint
CREATE TABLE "files_logos" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "files_logos_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"file_id" uuid,
	"why" text,
	"set_by" uuid NOT NULL,
	"set_at" timestamp with time zone NOT NULL,
	CONSTRAINT "files_logos_why" CHECK (num_nonnulls("files_logos"."file_id", "files_logos"."why") = 1)
);
--> statement-breakpoint
ALTER TABLE "files_files" ADD CONSTRAINT "files_files_uploaded_by_people_persons_id_fk" FOREIGN KEY ("uploaded_by") REFERENCES "public"."people_persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "files_files" ADD CONSTRAINT "files_files_removed_by_people_persons_id_fk" FOREIGN KEY ("removed_by") REFERENCES "public"."people_persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "files_logos" ADD CONSTRAINT "files_logos_file_id_files_files_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."files_files"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "files_logos" ADD CONSTRAINT "files_logos_set_by_people_persons_id_fk" FOREIGN KEY ("set_by") REFERENCES "public"."people_persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "files_files_sha256_index" ON "files_files" USING btree ("sha256");--> statement-breakpoint
create function files_only_erased() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and old.removed_at is null and new.removed_at is not null
    and to_jsonb(new) - array['bytes', 'removed_by', 'removed_at', 'removed_why'] = to_jsonb(old) - array['bytes', 'removed_by', 'removed_at', 'removed_why'] then
    return new;
  end if;
  raise exception 'files_files is append-only but for an erasure: % is refused', tg_op using errcode = 'restrict_violation';
end $$;
--> statement-breakpoint
create trigger files_files_only_erased before update or delete on files_files for each row execute function files_only_erased();
--> statement-breakpoint
create trigger files_files_never_emptied before truncate on files_files for each statement execute function samsyn_append_only();
--> statement-breakpoint
create trigger files_logos_append_only before update or delete on files_logos for each row execute function samsyn_append_only();
