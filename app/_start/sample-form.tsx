import { getTranslations } from 'next-intl/server';
import { highlight, renderInline, renderMarkdown } from '#lib/content/markdown.ts';
import type { StudentView } from '#lib/core/questions/view.ts';
import { Html } from '../_ui/review/html.tsx';

/** The question with its options as a plain form, which goes to the same page. */
export async function SampleForm({ view }: { view: StudentView }) {
  const t = await getTranslations('exam');
  const options = view.body.kind === 'choose' ? view.body.options : [];
  return (
    <form action="/#sample" className="grid grid-cols-1 gap-4">
      <input type="hidden" name="question" value={view.question} />
      <Html block html={await renderMarkdown(view.stem)} />
      {view.code ? <Html block html={await highlight(view.code.text, view.code.language)} /> : null}
      <fieldset className="grid gap-1">
        <legend className="sr-only">{t('paper.answer')}</legend>
        {await Promise.all(
          options.map(async ({ id, text }) => (
            <label
              key={id}
              className="-mx-2 flex min-h-11 cursor-pointer items-center gap-3 rounded px-2 py-1 hover:bg-surface-2 has-checked:bg-surface-2"
            >
              <input type="radio" name="option" value={id} required />
              <Html html={await renderInline(text)} />
            </label>
          )),
        )}
      </fieldset>
      <button className="button justify-self-start">{t('sample.check')}</button>
    </form>
  );
}
