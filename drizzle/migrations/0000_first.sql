CREATE TABLE `assignment_versions` (
	`task` text NOT NULL,
	`version` integer NOT NULL,
	`hash` text NOT NULL,
	`content` text NOT NULL,
	`published_at` integer NOT NULL,
	PRIMARY KEY(`task`, `version`)
);
--> statement-breakpoint
CREATE TABLE `assignments` (
	`id` text PRIMARY KEY NOT NULL,
	`course_id` text NOT NULL,
	`task` text NOT NULL,
	`version` integer NOT NULL,
	`opens_at` integer,
	`due_at` integer,
	`submissions_max` integer,
	`withdrawn_at` integer,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`course_id`) REFERENCES `courses`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `assignments_course` ON `assignments` (`course_id`);--> statement-breakpoint
CREATE TABLE `attempts` (
	`id` text PRIMARY KEY NOT NULL,
	`course_id` text NOT NULL,
	`exam_id` text,
	`user_id` text NOT NULL,
	`number` integer NOT NULL,
	`seed` integer NOT NULL,
	`state` text NOT NULL,
	`started_at` integer NOT NULL,
	`due_at` integer,
	`handed_in_at` integer,
	`handed_in_by` text,
	`score` integer,
	`score_max` integer NOT NULL,
	FOREIGN KEY (`course_id`) REFERENCES `courses`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`exam_id`) REFERENCES `exams`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `attempts_sitting` ON `attempts` (`exam_id`,`user_id`,`number`);--> statement-breakpoint
CREATE INDEX `attempts_user` ON `attempts` (`user_id`,`started_at`);--> statement-breakpoint
CREATE INDEX `attempts_course` ON `attempts` (`course_id`,`started_at`);--> statement-breakpoint
CREATE INDEX `attempts_due` ON `attempts` (`state`,`due_at`);--> statement-breakpoint
CREATE TABLE `question_uses` (
	`user_id` text NOT NULL,
	`question` text NOT NULL,
	`used_at` integer NOT NULL,
	`count` integer NOT NULL,
	PRIMARY KEY(`user_id`, `question`),
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `responses` (
	`variant_id` text PRIMARY KEY NOT NULL,
	`answer` text,
	`flagged` integer NOT NULL,
	`sequence` integer NOT NULL,
	`saved_at` integer NOT NULL,
	FOREIGN KEY (`variant_id`) REFERENCES `variants`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `variant_reports` (
	`id` text PRIMARY KEY NOT NULL,
	`variant_id` text NOT NULL,
	`report` text NOT NULL,
	`score` integer NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`variant_id`) REFERENCES `variants`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `variant_reports_variant` ON `variant_reports` (`variant_id`,`created_at`);--> statement-breakpoint
CREATE TABLE `variants` (
	`id` text PRIMARY KEY NOT NULL,
	`attempt_id` text NOT NULL,
	`position` integer NOT NULL,
	`question` text NOT NULL,
	`version` integer NOT NULL,
	`content` text NOT NULL,
	`points_max` integer NOT NULL,
	FOREIGN KEY (`attempt_id`) REFERENCES `attempts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `variants_place` ON `variants` (`attempt_id`,`position`);--> statement-breakpoint
CREATE INDEX `variants_question` ON `variants` (`question`);--> statement-breakpoint
CREATE TABLE `audit_log` (
	`id` text PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`actor_id` text,
	`action` text NOT NULL,
	`subject` text,
	`detail` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `audit_log_at` ON `audit_log` (`at`);--> statement-breakpoint
CREATE INDEX `audit_log_subject` ON `audit_log` (`subject`);--> statement-breakpoint
CREATE TABLE `settings` (
	`key` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `courses` (
	`id` text PRIMARY KEY NOT NULL,
	`title_tr` text NOT NULL,
	`title_en` text NOT NULL,
	`term` text NOT NULL,
	`join_code` text NOT NULL,
	`time_zone` text NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `courses_join_code` ON `courses` (`join_code`);--> statement-breakpoint
CREATE TABLE `enrolments` (
	`course_id` text NOT NULL,
	`user_id` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`course_id`, `user_id`),
	FOREIGN KEY (`course_id`) REFERENCES `courses`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `enrolments_user` ON `enrolments` (`user_id`);--> statement-breakpoint
CREATE TABLE `exams` (
	`id` text PRIMARY KEY NOT NULL,
	`course_id` text NOT NULL,
	`kind` text NOT NULL,
	`blueprint` text NOT NULL,
	`blueprint_version` integer NOT NULL,
	`content` text NOT NULL,
	`opens_at` integer,
	`closes_at` integer,
	`duration_seconds` integer NOT NULL,
	`attempts_max` integer,
	`withdrawn_at` integer,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`course_id`) REFERENCES `courses`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `exams_course` ON `exams` (`course_id`);--> statement-breakpoint
CREATE TABLE `users` (
	`id` text PRIMARY KEY NOT NULL,
	`email` text NOT NULL,
	`email_folded` text NOT NULL,
	`name` text NOT NULL,
	`name_folded` text NOT NULL,
	`password_hash` text NOT NULL,
	`session_version` integer DEFAULT 1 NOT NULL,
	`role` text NOT NULL,
	`lang` text NOT NULL,
	`disabled_at` integer,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `users_email` ON `users` (`email_folded`);--> statement-breakpoint
CREATE INDEX `users_role` ON `users` (`role`);--> statement-breakpoint
CREATE TABLE `question_versions` (
	`question` text NOT NULL,
	`version` integer NOT NULL,
	`topic` text NOT NULL,
	`concept` text NOT NULL,
	`type` text NOT NULL,
	`hash` text NOT NULL,
	`content` text NOT NULL,
	`published_at` integer NOT NULL,
	`retired_at` integer,
	PRIMARY KEY(`question`, `version`)
);
--> statement-breakpoint
CREATE INDEX `question_versions_topic` ON `question_versions` (`topic`);--> statement-breakpoint
CREATE TABLE `jobs` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`submission_id` text NOT NULL,
	`user_id` text NOT NULL,
	`state` text NOT NULL,
	`priority` integer NOT NULL,
	`tries` integer NOT NULL,
	`lease_token` text,
	`lease_until` integer,
	`run_after` integer NOT NULL,
	`cancel_requested` integer NOT NULL,
	`last_incident` text,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`submission_id`) REFERENCES `submissions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `jobs_next` ON `jobs` (`state`,`priority`,`created_at`);--> statement-breakpoint
CREATE INDEX `jobs_submission` ON `jobs` (`submission_id`);--> statement-breakpoint
CREATE TABLE `runs` (
	`id` text PRIMARY KEY NOT NULL,
	`submission_id` text NOT NULL,
	`seed` integer NOT NULL,
	`engine` text NOT NULL,
	`metric` real,
	`train_ms` integer NOT NULL,
	`params` integer,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`submission_id`) REFERENCES `submissions`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `runs_submission` ON `runs` (`submission_id`);--> statement-breakpoint
CREATE TABLE `submission_events` (
	`submission_id` text NOT NULL,
	`sequence` integer NOT NULL,
	`event` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`submission_id`, `sequence`),
	FOREIGN KEY (`submission_id`) REFERENCES `submissions`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `submission_reports` (
	`id` text PRIMARY KEY NOT NULL,
	`submission_id` text NOT NULL,
	`report` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`submission_id`) REFERENCES `submissions`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `submission_reports_submission` ON `submission_reports` (`submission_id`,`created_at`);--> statement-breakpoint
CREATE TABLE `submissions` (
	`id` text PRIMARY KEY NOT NULL,
	`course_id` text NOT NULL,
	`assignment_id` text NOT NULL,
	`user_id` text NOT NULL,
	`language` text NOT NULL,
	`source` text NOT NULL,
	`source_hash` text NOT NULL,
	`state` text NOT NULL,
	`created_at` integer NOT NULL,
	`finished_at` integer,
	`score` integer,
	FOREIGN KEY (`course_id`) REFERENCES `courses`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`assignment_id`) REFERENCES `assignments`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `submissions_history` ON `submissions` (`assignment_id`,`user_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `submissions_course` ON `submissions` (`course_id`,`created_at`);