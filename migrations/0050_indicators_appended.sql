create trigger indicators_measurements_appended before update or delete on indicators_measurements for each row execute function samsyn_append_only();
--> statement-breakpoint
create trigger indicators_baselines_appended before update or delete on indicators_baselines for each row execute function samsyn_append_only();
--> statement-breakpoint
create trigger indicators_definitions_appended before update or delete on indicators_definitions for each row execute function samsyn_append_only();
