/// The style sheets of a session's pages; colours and type are of ``ReportStyle/base``.
enum SessionStyle {
  /// The agenda: a page to print and hand round.
  static let agenda: StaticString = """

    main { max-width: 52rem; margin: 0 auto; padding: 2rem 0 3rem; }
    main > section { border-top: 2px solid var(--rule); padding-top: 0.9rem; margin-top: 2.5rem; }
    .facts { list-style: none; padding: 0; margin: 1rem 0 0; max-width: none; }
    .facts li { margin: 0 0 0.2rem; }
    .points { padding-left: 1.4rem; max-width: none; }
    .points > li { margin-bottom: 2rem; }
    .points h3, .change h3, .card h3 { margin: 0 0 0.25rem; }
    .who { color: var(--soft); font-size: 0.9375rem; margin-bottom: 0.4rem; }
    .bars { font-size: 0.9375rem; table-layout: fixed; }
    .bars caption { font-weight: 400; color: var(--soft); font-size: 0.875rem; padding-bottom: 0.25rem; }
    .bars th, .bars td { padding: 0.25rem 0.75rem 0.25rem 0; border-bottom: 0; vertical-align: middle; }
    .bars thead th { font-size: 0.8125rem; font-weight: 400; color: var(--soft); border-bottom: 1px solid var(--line); }
    .bars thead th:first-child { width: 52%; }
    .bars thead th.number { width: 4.5rem; }
    .bars thead th.first { border-bottom: 4px solid var(--mark); }
    .bars thead th.again { border-bottom: 4px dashed var(--aim); }
    .bar-track { display: block; height: 0.85rem; background: var(--panel); margin: 1px 0; }
    .bar-fill { display: block; height: 100%; background: var(--mark); }
    .bar-fill.again { background: repeating-linear-gradient(135deg, var(--aim) 0 4px, var(--paper) 4px 6px); }
    .change { margin-bottom: 2rem; }
    .card { border: 1px solid var(--line); padding: 1rem 1.25rem; margin: 0 0 1.5rem; }
    .card .result { margin-bottom: 0.5rem; }
    .card .result strong { font-size: 1.25rem; }
    .card .descriptions { font-size: 0.9375rem; margin-bottom: 0.75rem; }
    .card .descriptions tbody th { width: 9rem; font-weight: 600; }
    .prompts { max-width: none; margin: 0; }
    @media (max-width: 34rem) {
      /* A bar and the numbers stand under their answer. */
      .bars, .bars caption, .bars :is(thead, tbody) { display: block; }
      .bars tr { display: flex; flex-wrap: wrap; align-items: center; gap: 0 0.5rem; padding: 0.3rem 0; }
      .bars :is(th, td) { padding: 0; }
      .bars tr > .bar { flex: 1 1 0; }
      .bars tr > .number { flex: 0 0 3.5rem; padding: 0; }
      .bars tr > :first-child { flex: 0 0 100%; }
      .bars thead tr { align-items: flex-end; padding: 0; }
      .bars thead tr > :first-child { position: absolute; clip-path: inset(50%); }
      .card { padding: 0.75rem; }
      /* A description stands under its level and the numbers. */
      .descriptions tr { display: flex; flex-wrap: wrap; padding: 0.3rem 0; border-bottom: 1px solid var(--line); }
      .descriptions thead tr { border-bottom: 2px solid var(--rule); }
      .descriptions :is(th, td) { border: 0; padding: 0.1rem 0; }
      .card .descriptions tr > :first-child { flex: 1 1 0; width: auto; }
      .descriptions .number { flex: 0 0 5.5rem; }
      .descriptions tr > :nth-child(2) { order: 1; flex: 0 0 100%; }
      .descriptions thead tr > :nth-child(2) { position: absolute; clip-path: inset(50%); }
    }
    @page { size: A4; margin: 13mm 16mm 15mm; @bottom-right { content: counter(page) " / " counter(pages); font: 9pt system-ui, sans-serif; } }
    @media print {
      .points > li, .change { margin-bottom: 1.25rem; }
      html { font-size: 9.5pt; line-height: 1.4; }
      body { padding: 0; }
      main { max-width: none; padding: 0; }
      .points > li, .change, .card, tr { break-inside: avoid; }
      h2, h3 { break-after: avoid; }
      .bar-track, .bar-fill, .note { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
    }

    """

  /// The wall: large enough to be read from the back of a room.
  static let wall: StaticString = """

    html { font-size: clamp(1.1rem, min(0.6rem + 1.5vw, 3.3vh), 2.4rem); scroll-snap-type: y proximity; }
    body { padding: 0; }
    p, ul { max-width: none; }
    .screen { min-height: 100vh; padding: 3vh 4vw; display: flex; flex-direction: column; justify-content: center;
      scroll-snap-align: start; border-bottom: 2px solid var(--line); }
    h1 { font-size: 2.2rem; }
    h2 { font-size: 1.7rem; margin-bottom: 1rem; max-width: 32ch; }
    .label { font-size: 1rem; }
    .facts { list-style: none; padding: 0; margin: 1rem 0 0; }
    th, td { border-bottom: 0; padding: 0.3rem 1rem 0.3rem 0; vertical-align: middle; }
    thead th { font-size: 0.7rem; font-weight: 400; color: var(--soft); border-bottom: 1px solid var(--line); }
    .areas tbody th { width: 36%; font-weight: 600; }
    .areas td.bar { width: 28%; }
    .areas td.number { font-weight: 700; }
    .bars { table-layout: fixed; }
    .bars caption { font-weight: 400; padding-bottom: 1rem; }
    table + p { margin: 1rem 0 0; }
    .bars thead th:first-child { width: 50%; }
    .bars thead th.number { width: 5rem; }
    .bars thead th.first { border-bottom: 4px solid var(--mark); }
    .bars thead th.again { border-bottom: 4px dashed var(--aim); }
    .bars tbody th { font-size: 0.85rem; line-height: 1.25; }
    .bars td.number { font-weight: 700; }
    .bar-track { display: block; height: 1.1rem; background: var(--panel); margin: 2px 0; }
    .bar-fill { display: block; height: 100%; background: var(--mark); }
    .bar-fill.again { background: repeating-linear-gradient(135deg, var(--aim) 0 6px, var(--paper) 6px 9px); }
    @media (max-width: 34rem) {
      table, caption, thead, tbody { display: block; }
      tr { display: flex; flex-wrap: wrap; align-items: center; gap: 0 0.5rem; padding: 0.3rem 0; }
      th, td { padding: 0; flex: 0 0 9rem; }
      tr > .bar { flex: 1 1 0; }
      tr > .number { flex: 0 0 3.25rem; padding: 0; }
      tr > :first-child { flex: 0 0 100%; }
      thead tr { align-items: flex-end; padding: 0; }
      thead tr > :first-child { position: absolute; clip-path: inset(50%); }
    }
    @page { size: A4 landscape; margin: 12mm 16mm 14mm; @bottom-right { content: counter(page) " / " counter(pages); font: 10pt system-ui, sans-serif; } }
    @media print {
      html { font-size: 15pt; line-height: 1.4; }
      .screen { min-height: 0; break-after: page; border: 0; padding: 0; }
      .screen:last-of-type { break-after: auto; }
      tr, p { break-inside: avoid; }
      .bar-track, .bar-fill, .note { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
    }

    """
}
