/** Text that the server rendered and sanitised. */
export const Html = ({ html, block = false }: { html: string; block?: boolean }) =>
  block ? (
    <div className="prose" dangerouslySetInnerHTML={{ __html: html }} />
  ) : (
    <span className="prose" dangerouslySetInnerHTML={{ __html: html }} />
  );
