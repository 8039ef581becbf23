extension ReportStyle {
  /// Charts in a page: the marks of ``Drawing``, in the page's colours. In the dark a higher step is the brighter one.
  static let charts: StaticString = """

    :root {
      --s1: #eaf1f8; --s2: #bcd4ea; --s3: #7fb2dc; --s4: #2073bc; --s5: #12436d; --on-strong: #ffffff; --done: #28A197;
      --d1: #801650; --d2: #d3a3bd; --d3: #ededeb; --d4: #a3c4e0; --d5: #12436d;
    }
    @media screen and (prefers-color-scheme: dark) {
      :root {
        --s1: #1c2b3a; --s2: #21476b; --s3: #2b689f; --s4: #6fa9db; --s5: #d3e6f6; --on-strong: #12161b; --done: #8fc1ec;
        --d1: #f0a9cd; --d2: #8a3a67; --d3: #3b434b; --d4: #2d6394; --d5: #a5cef0;
      }
    }
    .chart { margin: 0 0 2rem; max-width: 48rem; }
    .legend { display: flex; flex-wrap: wrap; gap: 0.25rem 1.5rem; list-style: none; padding: 0; margin: 0 0 0.5rem; font-size: 0.875rem; max-width: none; }
    .legend li { display: flex; align-items: center; gap: 0.5rem; margin: 0; min-width: 0; }
    .drawing { display: block; overflow: visible; }
    .chart > .drawing + .drawing { margin-top: 1.5rem; }
    .legend .drawing { flex: none; }
    .drawing text { fill: var(--ink); font-size: 0.9375rem; }
    .drawing .halo { stroke: var(--paper); stroke-width: 4; paint-order: stroke; stroke-linejoin: round; }
    .drawing .small { font-size: 0.8125rem; }
    .drawing .light { fill: var(--on-strong); }
    .drawing .end { text-anchor: end; }
    .drawing .middle { text-anchor: middle; }
    .drawing .wide { display: none; }
    .drawing .strong { font-weight: 700; }
    .drawing .aim { fill: var(--soft); font-size: 0.8125rem; }
    .drawing .name { font-size: 0.875rem; }
    .drawing .grid { stroke: var(--line); stroke-width: 1; }
    .drawing .axis { stroke: var(--ink); stroke-width: 1.5; }
    .drawing .line { stroke: var(--ink); stroke-width: 1.5; }
    .drawing .track { stroke: var(--track); stroke-width: 2; }
    .drawing .stem { stroke: var(--mark); stroke-width: 4; }
    .drawing .dot { fill: var(--mark); stroke: var(--paper); stroke-width: 1.5; }
    .drawing .target { fill: var(--paper); stroke: var(--aim); stroke-width: 2.5; }
    .drawing .range { stroke: var(--ink); stroke-width: 2; }
    .drawing .first { fill: var(--mark); }
    .drawing .second { fill: var(--paper); stroke: var(--aim); stroke-width: 3; }
    .drawing .group { font-weight: 700; }
    .drawing .up { stroke: var(--mark); stroke-width: 3.5; }
    .drawing .down { stroke: var(--aim); stroke-width: 3.5; stroke-dasharray: 7 4; }
    .drawing .still { stroke: var(--soft); stroke-width: 1.5; }
    .drawing .planned { fill: var(--mark); }
    .drawing .actual { fill: var(--done); stroke: var(--ink); }
    .drawing .late { fill: var(--paper); stroke: var(--aim); stroke-width: 2.5; }
    .drawing .stopped { fill: var(--paper); stroke: var(--mark); stroke-width: 2; stroke-dasharray: 4 3; }
    .drawing .today { stroke: var(--aim); stroke-width: 2; stroke-dasharray: 6 4; }
    .drawing .step { stroke: var(--ink); stroke-width: 0.75; }
    .s1 { fill: var(--s1); } .s2 { fill: var(--s2); } .s3 { fill: var(--s3); } .s4 { fill: var(--s4); } .s5 { fill: var(--s5); }
    .d1 { fill: var(--d1); } .d2 { fill: var(--d2); } .d3 { fill: var(--d3); } .d4 { fill: var(--d4); } .d5 { fill: var(--d5); }
    @media (min-width: 46rem) {
      .drawing .name { font-size: 0.9375rem; }
      .drawing .wide { display: inline; }
      .drawing .narrow { display: none; }
    }
    /* On paper a drawing is smaller, as all is there, and its text as large as the text around it. */
    @media print {
      .chart { zoom: 0.7; max-width: none; margin-bottom: 1rem; break-inside: avoid; }
      .chart.tall { break-inside: auto; }
      .legend { font-size: 1.2rem; break-after: avoid; }
      .drawing text, .drawing .name { font-size: 1.32rem; }
      .drawing .small, .drawing .aim { font-size: 1.18rem; }
    }

    """
}
