/// A paper to begin with: headings in the order that committees ask for, fields for figures, and comments that say what
/// belongs where.
public enum NoteTemplate: String, Sendable, Hashable, CaseIterable {
  /// A note for a board: purpose, recommendations, information.
  case briefingNote = "briefing-note"
  /// A report for a cabinet: a front sheet and the headings of a decision.
  case cabinetReport = "cabinet-report"

  /// The template as Markdown: a note whose fields any result fills.
  public var markdown: String {
    switch self {
    case .briefingNote: Self.briefing
    case .cabinetReport: Self.report
    }
  }

  private static let briefing = #"""
    # Briefing note

    **To:** [name of the board]\
    **Date:** [date of the meeting]\
    **Subject:** {{title}}

    <!-- Write over what stands in square brackets. Words in double braces are filled from results; this comment is not shown. -->

    ## 1 Purpose of the note

    1.1 To tell the board how digital the council is today, what is recommended, and what is asked of the board.

    ## 2 Recommendations

    The board is asked to:

    1. note the results in section 3;
    2. [what the board should decide or look into].

    ## 3 Information and background

    3.1 {{respondents}} people answered “{{questionnaire}}”. {{headline}} {{occasion | nothing}}

    3.2 Below their target are {{below-target}}. Furthest from it is {{furthest.name}}: it scores {{furthest.score}}, “{{furthest.level}}”, against a target of {{furthest.target}}. {{changes | nothing}}

    {{table.areas}}

    {{table.changes | nothing}}

    3.3 [What explains these results.]

    3.4 {{actions}} {{programme | nothing}}

    {{table.programme | table.actions | nothing}}

    3.5 No figure is shown that fewer than {{threshold}} people stand behind.

    ## 4 What the board asked last time

    <!-- One row for each question or action of the last minutes. With earlier results (--base), base. in front of a field
    asks for the earlier figure, such as {{base.weakest.score}}. -->

    | What the board asked | What happened |
    | --- | --- |
    | [a question or an action from the last minutes] | [what was done, and when] |

    ## 5 Contact

    [Name, role, telephone and e-mail address]

    """#

  private static let report = #"""
    # [Title of the report]

    **Public or private report:** [public, or private and why]\
    **To:** Cabinet [and Council, with dates]\
    **Cabinet member:** [name and portfolio]\
    **Director approving the report:** [name and role]\
    **Wards affected:** [all, or their names]\
    **Key decision:** [yes or no, and why]

    <!-- Write over what stands in square brackets. Words in double braces are filled from results; this comment is not shown. -->

    ## Summary

    [What this report is about, in a few sentences.] {{headline}}

    ## Recommendations

    Cabinet is asked to:

    1. [the first decision];
    2. [the second decision].

    ## List of appendices

    [Each appendix, or “none”]

    ## 1 Context

    1.1 {{respondents}} people answered “{{questionnaire}}”. Below their target are {{below-target}}. {{occasion | nothing}} {{changes | nothing}}

    {{table.areas}}

    {{table.changes | nothing}}

    1.2 [Why a decision is needed now.]

    ## 2 Options considered and recommended proposal

    2.1 [Each option with what speaks for and against it. Say which is recommended, and why.]

    2.2 {{actions}} {{programme | nothing}}

    {{table.programme | table.actions | nothing}}

    ## 3 Results of consultation

    3.1 [Who was asked, when and how, and what they said.]

    ## 4 Timetable for carrying out the decision

    4.1 [When each part begins and ends, and who leads it.]

    ## 5 Comments of the directors of finance and of law

    ### 5.1 Financial implications

    [What it costs and saves, and where the money comes from.]

    ### 5.2 Legal implications

    [The duties and powers that the decision rests on.]

    ## 6 Other implications

    ### 6.1 How this helps the council’s plan

    [The aims that it serves, and how that will be measured.]

    ### 6.2 How risk is managed

    [The main risks, who owns them, and what is done.]

    ### 6.3 What it means for the organisation

    [People, buildings, systems.]

    ### 6.4 Equality

    [Who could be better or worse off, and what follows.]

    ### 6.5 Climate and the environment

    [Effects, or “none”]

    ### 6.6 Partner organisations

    [Effects, or “none”]

    ### 6.7 Human rights

    [Effects, or “none”]

    ## Contact

    [Name, role, telephone and e-mail address of the author]

    """#
}
