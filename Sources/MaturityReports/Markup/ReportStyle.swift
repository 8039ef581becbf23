/// The style sheets. Literals of the program, without `<` and `&`, so that a page is also well-formed XML.
///
/// Colours are of the Government Analysis Function's palette for charts (#12436D, #28A197, #801650, #F46A25), at most
/// two in one chart. Text has a contrast of 4.5 : 1 or more on its ground and marks 3 : 1, in light and in dark.
enum ReportStyle {
  /// The grounds of the sheet below, which a council's colours are checked against: of the page and of the tracks of bars.
  static let paper = Colour(red: 0xFF, green: 0xFF, blue: 0xFF)
  static let panel = Colour(red: 0xF4, green: 0xF6, blue: 0xF8)
  static let darkPaper = Colour(red: 0x12, green: 0x16, blue: 0x1B)
  static let darkPanel = Colour(red: 0x1B, green: 0x21, blue: 0x28)

  /// Colours, type and tables: what every page shares.
  static let base: StaticString = """

    :root {
      color-scheme: light dark;
      --paper: #ffffff; --panel: #f4f6f8; --ink: #16191d; --soft: #4a5259; --line: #c9d0d6; --rule: #16191d;
      --mark: #12436D; --aim: #801650; --track: #c9d0d6; --link: #12436D; --focus: #801650;
      --shade: rgb(0 0 0 / 25%); --note: #fff4ec; --note-edge: #F46A25;
      --heat-0: #f3f7fb; --heat-1: #dce8f3; --heat-2: #bdd3e7; --heat-3: #97b9d8; --heat-4: #6f9cc6;
    }
    @media screen and (prefers-color-scheme: dark) {
      :root {
        --paper: #12161b; --panel: #1b2128; --ink: #eceff2; --soft: #b3bcc5; --line: #3a444e; --rule: #7d8893;
        --mark: #28A197; --aim: #F46A25; --track: #3a444e; --link: #8fc1ec; --focus: #F46A25;
        --shade: rgb(255 255 255 / 28%); --note: #2b211a; --note-edge: #F46A25;
        --heat-0: #18222c; --heat-1: #1b3043; --heat-2: #1d3f5c; --heat-3: #1f4f77; --heat-4: #225f92;
      }
    }
    * { box-sizing: border-box; }
    html { font: 100%/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif;
      -webkit-text-size-adjust: 100%; text-size-adjust: 100%; scroll-padding-top: 1rem; }
    body { margin: 0; padding: 0 1rem; background: var(--paper); color: var(--ink); overflow-wrap: anywhere; }
    h1, h2, h3, h4, h5 { line-height: 1.2; margin: 0; text-wrap: balance; }
    h1 { font-size: clamp(1.75rem, 1.2rem + 2.2vw, 2.6rem); letter-spacing: -0.015em; }
    h2 { font-size: 1.6rem; letter-spacing: -0.01em; margin-bottom: 1rem; }
    h3 { font-size: 1.25rem; margin: 2rem 0 0.5rem; }
    h4, h5 { font-size: 1rem; margin: 1.25rem 0 0.25rem; }
    p { margin: 0 0 0.75rem; max-width: 68ch; }
    p, li, dd { text-wrap: pretty; }
    ul, ol { margin: 0 0 1rem; padding-left: 1.4rem; max-width: 68ch; }
    li { margin-bottom: 0.3rem; }
    a { color: var(--link); text-underline-offset: 0.15em; }
    :focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; }
    .label { font-size: 0.85rem; font-weight: 600; color: var(--soft); margin: 0 0 0.35rem; }
    .small { font-size: 0.875rem; color: var(--soft); }
    .note { background: var(--note); border-left: 5px solid var(--note-edge); padding: 0.6rem 1rem; margin: 1rem 0;
      font-weight: 600; max-width: none; }
    table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
    caption { text-align: left; font-weight: 600; padding: 0 0 0.5rem; }
    th, td { text-align: left; vertical-align: top; padding: 0.5rem 0.75rem 0.5rem 0; border-bottom: 1px solid var(--line); }
    thead th { vertical-align: bottom; font-size: 0.875rem; border-bottom: 2px solid var(--rule); }
    th, td { overflow-wrap: break-word; }
    tbody th { font-weight: 400; overflow-wrap: anywhere; }
    .number { text-align: right; }
    td.number { white-space: nowrap; }
    .number + td, .number + th { padding-left: 0.75rem; }
    td.score { font-weight: 700; }
    caption span { display: inline-block; position: sticky; left: 0; max-width: min(100%, calc(100vw - 2rem)); }
    /* A shadow at the edge behind which there is more: the first two layers move with the table and cover it. */
    .scroll { overflow-x: auto; margin: 0 0 1.5rem; background:
      linear-gradient(to right, var(--paper) 40%, transparent) left / 2.5rem 100% no-repeat local,
      linear-gradient(to left, var(--paper) 40%, transparent) right / 2.5rem 100% no-repeat local,
      linear-gradient(to right, var(--shade), transparent) left / 0.9rem 100% no-repeat scroll,
      linear-gradient(to left, var(--shade), transparent) right / 0.9rem 100% no-repeat scroll; scroll-timeline: --along inline; }
    .table { container-type: inline-size; timeline-scope: --along; }
    .swipe { display: none; margin: 0 0 0.35rem; font-size: 0.875rem; color: var(--soft); }
    /* The hint is shown where its table scrolls, which alone moves a timeline; where a browser has none, by the width. */
    @supports (timeline-scope: --along) {
      .swipe { display: block; visibility: hidden; max-height: 0; margin: 0; overflow: hidden; animation: 1s linear both swipe; animation-timeline: --along; }
    }
    @keyframes swipe { from, to { visibility: visible; max-height: 4rem; margin-bottom: 0.35rem; } }
    @supports not (timeline-scope: --along) {
      @container (max-width: 26rem) { .under-26 { display: block; } }
      @container (max-width: 34rem) { .under-34 { display: block; } }
      @container (max-width: 42rem) { .under-42 { display: block; } }
      @container (max-width: 50rem) { .under-50 { display: block; } }
    }
    /* On a narrow page a row's cells stand under its name, each behind its column's heading, a property of the table. A long
       cell's heading has a line of its own; two numbers stand beside each other. */
    @media screen and (max-width: 34rem) {
      .stacks, .stacks caption, .stacks tbody { display: block; }
      .table:has(.stacks) .swipe { display: none; }
      .stacks thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
      .stacks tbody tr { display: block; padding: 0.5rem 0; border-bottom: 1px solid var(--line); }
      .stacks tbody tr :is(th, td) { display: block; border: 0; padding: 0; white-space: normal; overflow-wrap: anywhere; }
      .stacks tbody tr > :last-child { padding-right: 0; }
      .stacks tbody tr th { font-weight: 600; }
      .stacks tbody tr td:empty { display: none; }
      .stacks td::before { display: block; color: var(--soft); font-size: 0.875rem; font-weight: 400; text-align: left; }
      .stacks td:nth-child(2)::before { content: var(--h2); } .stacks td:nth-child(3)::before { content: var(--h3); } .stacks td:nth-child(4)::before { content: var(--h4); }
      .stacks td:nth-child(5)::before { content: var(--h5); } .stacks td:nth-child(6)::before { content: var(--h6); } .stacks td:nth-child(7)::before { content: var(--h7); }
      .stacks td:nth-child(8)::before { content: var(--h8); } .stacks td:nth-child(9)::before { content: var(--h9); } .stacks td:nth-child(10)::before { content: var(--h10); }
      .stacks td:nth-child(11)::before { content: var(--h11); } .stacks td:nth-child(12)::before { content: var(--h12); } .stacks td:nth-child(13)::before { content: var(--h13); }
      .stacks td:nth-child(14)::before { content: var(--h14); } .stacks td:nth-child(15)::before { content: var(--h15); } .stacks td:nth-child(16)::before { content: var(--h16); }
      .stacks tbody tr td:is(.number, .short, .level):not(:empty) { display: flex; justify-content: flex-end; align-items: baseline; gap: 0 0.5rem; text-align: right; }
      .stacks td:is(.number, .short, .level)::before { flex: 1 1 0; min-width: 30%; }
      .stacks td.short { text-wrap: balance; }
      .stacks.beside tbody tr td.number:not(:empty) { display: inline-flex; gap: 0 0.4rem; margin-right: 1.5rem; }
      .stacks.beside td.number::before { flex: none; min-width: 0; }
      .stacks:has(td[class*="heat-"]) tbody tr td { padding: 0.1rem 0.5rem; }
      .stacks tbody tr.withheld td ~ td, .stacks tbody tr td.none:not(:empty) { display: none; }
      .stacks td[class*="heat-"]::before { color: var(--ink); }
    }
    .box { display: inline-block; width: 1.05rem; height: 1.05rem; border: 1.5px solid var(--ink); border-radius: 2px; }

    """

  /// The results page.
  static let report: StaticString = """

    header.page, .columns, footer.page { max-width: 76rem; margin: 0 auto; }
    header.page { padding: 2.5rem 0 1.5rem; }
    .council { display: flex; flex-wrap: wrap; align-items: center; gap: 0.75rem 1.25rem; margin-bottom: 1.25rem; }
    .council img { display: block; height: 3.5rem; max-width: 100%; width: auto; object-fit: contain; }
    .council p { margin: 0; font-weight: 600; font-size: 1.05rem; }
    @media screen and (prefers-color-scheme: dark) { .council img { background: #ffffff; padding: 0.35rem; border-radius: 3px; } }
    header.band { background: var(--band); color: var(--band-text); box-shadow: 0 0 0 100vmax var(--band); clip-path: inset(0 -100vmax); margin-bottom: 2rem; }
    .band .council img { background: #ffffff; padding: 0.35rem; border-radius: 3px; }
    .band :is(.label, .lead, .facts) { color: var(--band-text); }
    .band .note { color: var(--ink); }
    .lead { font-size: 1.15rem; color: var(--soft); margin-top: 0.75rem; }
    .facts { list-style: none; padding: 0; margin: 1rem 0 0; max-width: none; }
    .facts li { margin: 0 0 0.2rem; }
    footer.page { border-top: 1px solid var(--line); margin-top: 3rem; padding: 1rem 0 2.5rem; font-size: 0.875rem; color: var(--soft); }
    .skip { position: absolute; left: -999rem; top: 0; background: var(--paper); padding: 0.75rem 1rem; z-index: 2; }
    .skip:focus { left: 0.5rem; top: 0.5rem; }
    .contents { border-top: 2px solid var(--rule); padding: 0.9rem 0 0; }
    .contents ol { list-style: none; margin: 0; padding: 0; }
    .contents li { margin: 0; }
    .contents a { display: inline-block; padding: 0.3rem 0; text-decoration: none; }
    .contents a:hover { text-decoration: underline; }
    main { min-width: 0; }
    main:focus { outline: none; }
    main > section { border-top: 2px solid var(--rule); padding-top: 0.9rem; margin: 2.5rem 0 0; }
    @media (min-width: 46rem) and (max-width: 79.99rem) { .contents ol { columns: 2; column-gap: 2rem; } }
    @media (min-width: 80rem) {
      .columns { display: grid; grid-template-columns: 14rem minmax(0, 1fr); column-gap: 4rem; align-items: start; }
      .contents { position: sticky; top: 0; max-height: 100vh; overflow-y: auto; padding-bottom: 1rem; }
      .contents ol { font-size: 0.9375rem; }
      main > section:first-child { margin-top: 0; }
    }
    .headline { font-size: clamp(1.2rem, 1.05rem + 0.7vw, 1.5rem); line-height: 1.35; max-width: 46ch; margin-bottom: 1.25rem; text-wrap: pretty; }
    .headline-figures { display: flex; flex-wrap: wrap; gap: 0.75rem 2.5rem; margin: 0 0 2rem; }
    .headline-figures div { display: flex; flex-direction: column-reverse; }
    .headline-figures dd { margin: 0; font-size: 2rem; font-weight: 700; line-height: 1.1; letter-spacing: -0.02em; }
    .headline-figures dt { color: var(--soft); font-size: 0.9375rem; }
    .figures td { min-width: 5.5rem; }
    @media (min-width: 64rem) { .figures td { min-width: 7.5rem; } }
    .figures td.number { min-width: 3.5rem; }
    .shares thead th { min-width: 4.5rem; }
    .points { list-style: none; padding: 0; }
    .points li { margin: 0.6rem 0 1rem; padding-left: 1rem; border-left: 3px solid var(--line); }
    .points p { margin: 0.15rem 0 0; }
    .key { list-style: none; display: flex; flex-wrap: wrap; gap: 0.25rem 1.25rem; padding: 0; margin: 0 0 0.5rem; max-width: none; font-size: 0.875rem; color: var(--soft); }
    .key li { margin: 0; }
    .key span { display: inline-block; width: 1.1rem; height: 0.85rem; margin-right: 0.4rem; vertical-align: -0.1rem; border: 1px solid var(--ink); }
    .figures tbody th { min-width: 10rem; }
    .figures th:last-child, .figures td:last-child { padding-right: 0.25rem; }
    .heat thead th { min-width: 6rem; max-width: 12rem; hyphens: auto; }
    @media print, (min-width: 34.01rem) { .down thead th.number { writing-mode: vertical-rl; min-width: 0; max-height: 11rem; padding: 0 0.5rem 0.5rem; } }
    @media (min-width: 46rem) { .down tbody th { min-width: 16rem; } }
    .heat td { padding-right: 0.75rem; border-left: 3px solid var(--paper); }
    .heat td:last-child { padding-right: 0.75rem; }
    .heat .counts td, .heat .counts th { color: var(--soft); }
    .heat-0 { background: var(--heat-0); } .heat-1 { background: var(--heat-1); } .heat-2 { background: var(--heat-2); }
    .heat-3 { background: var(--heat-3); } .heat-4 { background: var(--heat-4); }
    .hidden { color: var(--soft); }
    .views tbody th { min-width: 8.5rem; overflow-wrap: break-word; }
    .views td { min-width: 5.5rem; }
    @media (min-width: 46rem) { .views tbody th { min-width: 12rem; } .views td { min-width: 8.5rem; } }
    @media (min-width: 30rem) { .short-levels .level { white-space: nowrap; } }
    .titled caption { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
    @media print { .views:not(:has(tbody tr:nth-child(6))) { break-inside: avoid; } }
    .views .term { display: block; font-weight: 600; }
    .views .small { display: block; font-weight: 400; }
    .views td.basis { white-space: nowrap; min-width: 0; }
    .descriptions tbody th { font-weight: 600; overflow-wrap: break-word; }
    .descriptions td { min-width: 9rem; max-width: 60ch; }
    @media print, (min-width: 34.01rem) { .descriptions td.number, .descriptions td.mark { min-width: 2rem; width: 3.5rem; } }
    /* On a narrow page what a score is made of stands under it. */
    @media screen and (max-width: 34rem) {
      .views.stacks tbody tr :is(th, td) { min-width: 0; }
      .views.stacks td.short { flex-wrap: wrap; }
      .views.stacks td .small { flex: 0 0 100%; }
    }
    /* On a narrow page a description stands under its level and the boxes. */
    @media screen and (max-width: 34rem) {
      .choose tr { display: flex; flex-wrap: wrap; padding: 0.3rem 0; border-bottom: 1px solid var(--line); }
      .choose :is(th, td) { border: 0; padding: 0.1rem 0; min-width: 0; }
      .choose tr > :first-child { flex: 1 1 0; }
      .choose tr > :nth-child(2) { order: 1; flex: 0 0 100%; max-width: none; }
      .choose tr > :nth-child(n+3) { flex: 0 0 4.25rem; }
      .choose thead tr > :nth-child(2) { position: absolute; clip-path: inset(50%); }
    }
    @media (min-width: 30rem) {
      .descriptions tbody th { width: 9rem; }
      .short-levels .descriptions tbody th { white-space: nowrap; }
    }
    .area { padding-top: 0.5rem; margin-top: 2.5rem; border-top: 1px solid var(--line); }
    .area:first-of-type { margin-top: 0; border-top: 0; padding-top: 0; }
    .area > h3 { margin-top: 0.5rem; font-size: 1.35rem; }
    .area .summary { color: var(--soft); }
    .area .cohort { margin-top: 1.75rem; padding-bottom: 0.35rem; font-size: 1.1rem; }
    .result { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0.15rem 0.75rem; max-width: none; }
    .badge { font-size: 1.75rem; line-height: 1; letter-spacing: -0.02em; }
    .caution { border-left: 5px solid var(--aim); padding-left: 1rem; }
    .pair { display: grid; gap: 0.5rem 3rem; }
    .pair :is(h4, h5) { margin-top: 0.25rem; }
    @media (min-width: 46rem) { .pair { grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); } }
    .bars { font-size: 0.9375rem; margin-top: 0.25rem; table-layout: fixed; }
    .bars thead th { width: 3.75rem; }
    .bars thead th:first-child { width: 34%; }
    .bars thead th.bar { width: auto; }
    .rates { max-width: 48rem; margin-bottom: 1.25rem; }
    .answers thead th.range { width: 6.5rem; }
    .bars thead th { font-size: 0.8125rem; font-weight: 400; color: var(--soft); border-bottom: 1px solid var(--line); padding-top: 0; }
    .bars th, .bars td { padding: 0.3rem 0.75rem 0.3rem 0; border-bottom: 0; vertical-align: middle; }
    .bars th:last-child, .bars td:last-child { padding-right: 0; }
    .bars td.bar { white-space: nowrap; text-align: right; }
    .bar-track { display: inline-block; width: calc(100% - 3.25rem); height: 0.85rem; vertical-align: middle; background: var(--panel); }
    .bar-fill { display: block; height: 100%; background: var(--mark); }
    .share { display: inline-block; width: 3.25rem; text-align: right; }
    /* On a narrow page a bar and the numbers stand under what they are of. */
    @media screen and (max-width: 34rem) {
      .bars, .bars caption, .bars :is(thead, tbody) { display: block; }
      .bars tr { display: flex; flex-wrap: wrap; align-items: flex-end; gap: 0 0.5rem; padding: 0.2rem 0; }
      .bars tr > * { flex: 0 0 3rem; }
      .bars tr > .bar { flex: 1 1 0; }
      .bars tr > .range { flex: 0 0 5.75rem; }
      .bars tr > :first-child { flex: 0 0 100%; }
      .bars :is(th, td), .bars .number + :is(th, td) { padding: 0; }
      .bars thead tr { border-bottom: 1px solid var(--line); }
      .bars thead tr > * { border: 0; }
      .bars thead tr > :first-child { position: absolute; clip-path: inset(50%); }
    }
    .actions { list-style: none; padding: 0; max-width: 68ch; }
    .actions li { margin: 0.6rem 0 1rem; padding-left: 1rem; border-left: 3px solid var(--mark); }
    .actions p { margin: 0.15rem 0 0; }
    .steps li { margin-bottom: 0.75rem; }
    .method div { margin-bottom: 0.75rem; }
    .method dt { font-weight: 600; }
    .method dd { margin: 0; max-width: 68ch; }
    @page { size: A4; margin: 14mm 16mm 16mm; @bottom-right { content: counter(page) " / " counter(pages); font: 9pt system-ui, sans-serif; } }
    @media print {
      html { font-size: 10pt; line-height: 1.45; }
      body { padding: 0; }
      header.page { padding: 0 0 0.25rem; }
      header.band { padding: 0.75rem 0; box-shadow: none; clip-path: none; padding-left: 0.75rem; padding-right: 0.75rem; }
      footer.page { break-before: avoid; margin-top: 1rem; padding: 0.4rem 0 0; }
      /* The foot is never alone on a page: the last words keep room for it. */
      main > section:last-child > .method:last-child > div:last-child { padding-bottom: 4rem; }
      body:has(main > section:last-child > .method:last-child) footer.page { margin-top: -3rem; }
      h1 { font-size: 22pt; }
      p, ul, ol, .method dd, .headline { max-width: 92ch; }
      .lead { margin-top: 0.4rem; margin-bottom: 0.5rem; font-size: 1.05rem; }
      .facts { margin-top: 0.5rem; }
      .note { margin: 0.6rem 0; padding: 0.4rem 0.75rem; }
      .headline { font-size: 1.2rem; margin-bottom: 0.75rem; }
      .headline-figures { margin-bottom: 0.6rem; }
      .facts li { margin: 0; }
      .figures caption { padding-bottom: 0.3rem; }
      .headline-figures dd { font-size: 1.6rem; }
      .skip, .contents, .swipe { display: none; }
      .columns { display: block; }
      .table { container-type: normal; }
      .scroll { overflow: visible; background: none; margin-bottom: 1rem; }
      main > section { margin-top: 1.25rem; padding-top: 0.6rem; }
      h2 { font-size: 1.45rem; margin-bottom: 0.6rem; }
      h3 { margin-top: 1.25rem; }
      h2, h3, h4, h5, caption, thead, .area .summary, .result, .caution, .headline, .headline-figures, .key, :is(h2, h3, h4) + .small { break-after: avoid; }
      h2, h3, h4, h5, tr, li, .result, .pair, .headline-figures, .method div, p, dd { break-inside: avoid; }
      /* Where a table begins there is room for its headings and two rows. */
      .table::before { content: ""; display: block; height: 8rem; margin-bottom: -8rem; break-inside: avoid; break-after: avoid; }
      .table:has(.down)::before { height: 17rem; margin-bottom: -17rem; }
      /* A table of five short rows stays whole; a longer one may go on on the next page, under its headings, with two rows or more. */
      table:not(.views, :has(tbody tr:nth-child(6))) { break-inside: avoid; }
      tbody tr:first-child, section ul:not([class]) > li:first-child:not(:last-child) { break-after: avoid; }
      tbody tr:last-child, section ul:not([class]) > li:last-child:not(:first-child) { break-before: avoid; }
      .area { margin-top: 1.25rem; padding-top: 0.25rem; }
      .area > h3 { margin-top: 0.25rem; }
      .area .cohort { margin-top: 0.75rem; padding-bottom: 0; }
      .pair { grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); gap: 0.5rem 2rem; }
      .bars th, .bars td { padding-top: 0.12rem; padding-bottom: 0.12rem; }
      .actions li { margin: 0.4rem 0 0.6rem; }
      .actions { max-width: none; }
      th, td { padding-top: 0.3rem; padding-bottom: 0.3rem; padding-right: 0.5rem; }
      .descriptions td { max-width: none; }
      .descriptions td.mark { width: 3rem; padding-left: 0.5rem; }
      .descriptions tbody th { padding-right: 1rem; }
      .short-levels .level, .short-levels .descriptions tbody th { white-space: nowrap; }
      .bar-track, .bar-fill, .heat td, .key span, .note, .band { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
      section > p:has(+ :is(.table, table, ul, ol)), section > h2 + p { break-after: avoid; }
      .table + p.small { break-before: avoid; }
      .figures th, .figures td, .figures td.number, .views tbody th, .heat thead th, .descriptions td { min-width: 0; }
      .figures tbody th { min-width: 8rem; max-width: 22rem; overflow-wrap: break-word; }
      .figures:not(.heat, .views, .shares, :has(thead th:nth-child(9))) tbody th { min-width: 12rem; }
      .figures:has(thead th:nth-child(9)):not(.heat) { font-size: 0.9em; }
      .figures:has(thead th:nth-child(9)):not(.heat) tbody th { min-width: 6.5rem; }
      .figures.shares tbody th { min-width: 15rem; }
      .figures:not(.heat, .views, .shares) :is(th, td) { padding-top: 0.22rem; padding-bottom: 0.22rem; }
      .heat { font-size: 0.9rem; }
      .heat thead th { max-width: 9rem; }
      .down thead th.number { max-width: none; padding: 0 0.3rem 0.4rem; }
      .heat td.number, .heat th.number { padding-left: 0.2rem; padding-right: 0.4rem; }
      a { color: inherit; text-decoration: none; }
    }

    """

  /// A form to print.
  static let form: StaticString = """

    .form { max-width: 46rem; margin: 0 auto; padding: 2rem 0; }
    .form h1 { margin-bottom: 1rem; }
    .form h2 { font-size: 1.3rem; border-top: 2px solid var(--rule); padding-top: 0.6rem; margin: 2rem 0 0.5rem; }
    .promise { background: var(--panel); padding: 0.75rem 1rem; margin: 1rem 0; }
    .promise h2 { font-size: 1rem; border: 0; padding: 0; margin: 0 0 0.25rem; }
    .promise dl { margin: 0; }
    .promise dl div { margin: 0.35rem 0; }
    .promise dt { font-weight: 600; }
    .promise dd { margin: 0; max-width: 68ch; }
    .blank { border-bottom: 1.5px solid var(--ink); height: 2rem; max-width: 30rem; }
    .codes { display: grid; grid-template-columns: repeat(auto-fit, minmax(12rem, 1fr)); gap: 0.75rem 2rem; margin: 1rem 0; }
    .codes dt { font-weight: 600; }
    .codes dd { margin: 0; }
    .title { font-size: clamp(1.75rem, 1.2rem + 2.2vw, 2.6rem); font-weight: 700; line-height: 1.2; margin-bottom: 1rem; }
    .serial { text-align: right; font-weight: 700; margin: 0 0 0.5rem; max-width: none; }
    .booklet + .booklet { border-top: 4px double var(--rule); margin-top: 3rem; padding-top: 2rem; }
    .large { font-size: 1.3rem; }
    .large .id, .large .hint { font-size: 1.1rem; }
    .large h2 { font-size: 1.7rem; }
    .large .promise h2, .large .question h3 { font-size: 1.4rem; }
    .question { margin: 1.25rem 0 1.75rem; }
    .question h3 { font-size: 1.05rem; margin: 0 0 0.3rem; }
    .id { font-size: 0.75rem; font-weight: 400; color: var(--soft); font-family: ui-monospace, Menlo, Consolas, monospace; }
    .hint { color: var(--soft); font-size: 0.9375rem; margin-bottom: 0.4rem; }
    .choices { list-style: none; margin: 0.5rem 0 0; padding: 0; max-width: none; }
    .choices li { display: flex; gap: 0.6rem; align-items: baseline; padding: 0.3rem 0; margin: 0; }
    .choices .box { flex: none; position: relative; top: 0.15rem; }
    .ranked .box { width: 1.6rem; height: 1.6rem; top: 0.4rem; }
    .letter { flex: none; min-width: 1.1rem; font-weight: 600; }
    .line span { display: block; border-bottom: 1.5px solid var(--ink); height: 2rem; max-width: 30rem; }
    .end { margin-top: 2rem; font-weight: 600; }
    @page { size: A4; margin: 12mm 16mm 14mm; @bottom-right { content: counter(page) " / " counter(pages); font: 9pt system-ui, sans-serif; } }
    @media print {
      html { font-size: 9.5pt; line-height: 1.32; }
      .large { font-size: 16pt; line-height: 1.36; }
      .large .choices li { padding: 0.05rem 0; }
      .large .question + .question { margin-top: 1.4rem; }
      .large .hint { margin-bottom: 0.1rem; }
      .id { white-space: nowrap; }
      .large .question h3, .large .promise h2 { font-size: 18pt; }
      .large h2 { font-size: 20pt; }
      .large .box { width: 1.3rem; height: 1.3rem; margin-right: 0.3rem; }
      .large .id, .large .hint, .large .label, .large .serial { font-size: 16pt; }
      .large .choices.short { columns: 1; }
      .booklet + .booklet { border: 0; margin: 0; padding: 0; break-before: page; }
      .promise dl div { margin: 0.2rem 0; }
      .form h1, .title { margin-bottom: 0.6rem; }
      .question { margin: 0.6rem 0 0.7rem; }
      .question h3, .hint { max-width: none; text-wrap: wrap; }
      .choices { margin-top: 0.25rem; }
      .choices li { padding: 0.12rem 0; break-inside: avoid; }
      .choices.short { columns: 2; column-gap: 2rem; }
      .form h2 { margin-top: 0.8rem; padding-top: 0.35rem; margin-bottom: 0.3rem; }
      .promise { padding: 0.5rem 0.75rem; margin: 0.6rem 0; }
      .booklet > p, .promise dd { max-width: none; }
      /* The last words are never alone on a page. */
      .end { margin: 0.5rem 0 0; break-before: avoid; }
      body { padding: 0; }
      .form { max-width: none; padding: 0; }
      .question, .promise { break-inside: avoid; }
      h2, h3, h2 + p { break-after: avoid; }
      .promise { border: 1px solid var(--line); }
    }

    """
}
