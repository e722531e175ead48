import { loadCatalogue } from '#lib/content/catalogue.ts';
import { isId } from '#lib/core/ids.ts';
import { assemblePaper, type Usage } from '#lib/core/questions/blueprint.ts';
import { selectUses } from '#lib/data/attempts.ts';
import { database, migrateDatabase } from '#lib/data/database.ts';
import { selectUser } from '#lib/data/users.ts';
import { answer, CommandError, refuse } from '../output.ts';

type Options = { seed: number; student: string | null; json: boolean };

/** `paper <blueprint>`: the questions a paper would hold. */
export async function paperCommand(id: string, { seed, student, json }: Options): Promise<number> {
  const { blueprints, items: bank, questions } = await loadCatalogue();
  const blueprint = blueprints.find((b) => b.id === id);
  if (!blueprint) throw refuse('cli.unknownBlueprint', { id, known: blueprints.map((b) => b.id).join(', ') });
  const paper = assemblePaper(blueprint, bank, seed, student === null ? undefined : usageOf(student));
  if (!paper.ok) throw new CommandError(paper.error);
  const items = paper.value.map((q) => ({
    question: q.question,
    version: q.version,
    seed: q.seed,
    type: q.type,
    topic: q.topic,
    concept: q.concept,
    difficulty: q.difficulty,
    bloom: questions.get(q.question)!.question.bloom,
    points: q.points,
  }));
  answer(json, { blueprint: id, seed, durationSeconds: blueprint.durationSeconds, items }, () =>
    items.map((i, n) => `${n + 1}. ${i.question} (${i.type}, ${i.topic})`),
  );
  return 0;
}

/** How often and when the student met each question. */
function usageOf(student: string): Usage {
  migrateDatabase(database());
  const user = isId('user', student) ? selectUser(student) : undefined;
  if (user?.role !== 'student') throw refuse('cli.unknownStudent', { id: student });
  return new Map(selectUses(user.id).map(({ question, count, usedAt }) => [question, { count, usedAt }]));
}
