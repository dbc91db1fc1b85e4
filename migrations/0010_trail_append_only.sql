create function samsyn_append_only() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only: % is refused', tg_table_name, tg_op using errcode = 'restrict_violation';
end $$;
--> statement-breakpoint
create trigger trail_events_append_only before update or delete on trail_events for each row execute function samsyn_append_only();
--> statement-breakpoint
create trigger trail_events_never_emptied before truncate on trail_events for each statement execute function samsyn_append_only();
--> statement-breakpoint
create trigger trail_seals_append_only before update or delete on trail_seals for each row execute function samsyn_append_only();
--> statement-breakpoint
create trigger trail_seals_never_emptied before truncate on trail_seals for each statement execute function samsyn_append_only();
--> statement-breakpoint
create trigger trail_batches_append_only before update or delete on trail_batches for each row execute function samsyn_append_only();
--> statement-breakpoint
create trigger trail_batches_never_emptied before truncate on trail_batches for each statement execute function samsyn_append_only();
--> statement-breakpoint
create function trail_head_only_forward() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or new.position < old.position then
    raise exception 'the head of the trail only moves forward' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger trail_heads_only_forward before update or delete on trail_heads for each row execute function trail_head_only_forward();
