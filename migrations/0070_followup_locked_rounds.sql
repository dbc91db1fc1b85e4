create function followup_round_is_locked(id uuid) returns boolean language sql stable as $$
  select exists (select 1 from followup_lockings locking where locking.round_id = id and not exists (select 1 from followup_reopenings reopening where reopening.locking_id = locking.id))
$$;
--> statement-breakpoint
create function followup_refuse_when_locked() returns trigger language plpgsql as $$
begin
  if followup_round_is_locked(new.round_id) then
    raise exception 'the round is locked' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger followup_judgements_locked before insert on followup_judgements for each row execute function followup_refuse_when_locked();
--> statement-breakpoint
create trigger followup_statuses_locked before insert on followup_activity_statuses for each row execute function followup_refuse_when_locked();
--> statement-breakpoint
create trigger followup_judgements_stand before update or delete on followup_judgements for each row execute function samsyn_append_only();
--> statement-breakpoint
create trigger followup_statuses_stand before update or delete on followup_activity_statuses for each row execute function samsyn_append_only();
--> statement-breakpoint
create trigger followup_lockings_stand before update or delete on followup_lockings for each row execute function samsyn_append_only();
