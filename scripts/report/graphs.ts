/** Graphs within a page: ids of their own, and colours that the page may change. */

/** A graph without its document's frame; its ids begin with the prefix, so that no two meet. */
export function inlineSvg(svg: string, prefix: string, title: string): string {
  return svg
    .trim()
    .replaceAll(/\bid="([^"]+)"/g, `id="${prefix}-$1"`)
    .replaceAll(/url\(#([^)]+)\)/g, `url(#${prefix}-$1)`)
    .replaceAll(/(xlink:)?href="#([^"]+)"/g, `$1href="#${prefix}-$2"`)
    .replace(/^<svg width="\d+" height="\d+"/, `<svg role="img" aria-label="${escapeHtml(title)}"`)
    .replaceAll("font-family:sans-serif;", "")
    .replaceAll("\n", "");
}

export function escapeHtml(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
