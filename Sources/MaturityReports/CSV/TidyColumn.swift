import DigitalMaturity

/// A column of the tidy tables: its name, what it holds, and how a program reads it.
struct TidyColumn: Sendable {
  /// How a cell is read.
  enum Kind: Sendable {
    /// A text, which must be there.
    case name
    /// A text.
    case text
    /// One of these, which must be there.
    case word([String])
    /// A number.
    case number
    /// A number from 0 to 1.
    case share
    /// A whole number from 0 on.
    case count
    /// A whole number from 1 on, which must be there.
    case place
  }

  let name: String
  let kind: Kind
  let description: String

  init(_ name: String, _ kind: Kind, _ description: String) {
    self.name = name
    self.kind = kind
    self.description = description
  }

  static let scoresFile = "scores.csv"
  static let distributionsFile = "distributions.csv"
  static let notStated = "not stated"

  /// What names a row, in both tables: the key of the scores.
  static let row = [
    TidyColumn("questionnaire", .name, "The questionnaire that was answered, by its id."),
    TidyColumn("cohort", .name, "Who answered it."),
    TidyColumn("group_id", .name, "The group: everyone, or each attribute with its value, such as directorate=people."),
    TidyColumn(
      "kind", .word(Subject.Kind.allCases.map(\.rawValue) + ["question"]), "What kind of thing the row is about."),
    TidyColumn("id", .name, "The thing, by its id in the assessment."),
  ]

  /// The group in words.
  static let group = TidyColumn("group", .text, "The group in words.")

  /// The other columns of the scores; those of attributes stand before them.
  static let scores =
    [
      TidyColumn("name", .text, "The thing in words."),
      TidyColumn("score", .number, "The score, unrounded; of a question the mean of its answers."),
      TidyColumn("status", .word(["shown", "withheld", "undefined"]), "Whether there is a score."),
      TidyColumn("reason", .text, "Why there is no score."),
      TidyColumn("level", .text, "The level that the score falls in, by its id."),
      TidyColumn("level_name", .text, "The level in words."),
      TidyColumn("target", .number, "The score aimed for."),
      TidyColumn("gap", .number, "Target less score: above 0 is below target."),
      TidyColumn("median", .number, "The middle of people's scores or answers."),
      TidyColumn("standard_deviation", .number, "The sample standard deviation of people's scores or answers."),
      TidyColumn(
        "consensus", .share, "How far people agree (Tastle and Wierman): 0 for two camps, 1 for all the same."),
      TidyColumn("range_low", .number, "The lower end of the likely range of the mean."),
      TidyColumn("range_high", .number, "The upper end of the likely range of the mean."),
      TidyColumn("people", .count, "How many people stand behind the score."),
      TidyColumn("coverage", .share, "The share answered of the questions that were shown and apply."),
    ]
    + AnswerStatus.allCases.map { status in
      TidyColumn(column(status.rawValue), .count, "How many answers are: \(status.words).")
    }
    + [
      TidyColumn("unanimous", .text, "“yes” where everyone has the same score, which tells what each person answered.")
    ]

  /// Which assessment the results are of, where any of them says it.
  static let occasion = [
    TidyColumn("title", .text, "What the assessment is called that the results are of."),
    TidyColumn("date", .text, "Its day, as year, month and day."),
  ]

  /// The other columns of the distributions.
  static let distributions = [
    TidyColumn("place", .place, "The row's place in its distribution."),
    TidyColumn("option", .text, "The option that was chosen, by its id; empty for scores and numbers."),
    TidyColumn("label", .text, "The option in words."),
    TidyColumn(
      "score", .number, "The score it counts as, or the number that was given; empty for options without one."),
    TidyColumn("count", .count, "How many people, or answers, have it; of a ranking how many put it first."),
    TidyColumn("share", .share, "Their share of all who answered; of several choices shares add up to more than 1."),
  ]

  /// A column for each attribute of the breakdowns, named like it unless another column is.
  static func attributes(_ facts: ReportFacts) -> [(id: Identifier<Attribute>, column: TidyColumn)] {
    var taken = Set((row + [group] + scores + occasion).map(\.name))
    var attributes: [(id: Identifier<Attribute>, column: TidyColumn)] = []
    for id in facts.cohorts.flatMap({ $0.scorecard.breakdowns.joined() })
    where !attributes.contains(where: { $0.id == id }) {
      var name = column(id.rawValue)
      while !taken.insert(name).inserted { name = "attribute_" + name }
      let description = "The group's value of the attribute “\(id)”; empty for groups made of others."
      attributes.append((id, TidyColumn(name, .text, description)))
    }
    return attributes
  }

  /// A name that can stand in an address: hyphens cannot.
  private static func column(_ name: String) -> String {
    String(name.map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "_" })
  }
}

// MARK: The description

extension TidyColumn {
  /// The description of both tables, as the W3C's “Metadata Vocabulary for Tabular Data” has it.
  static func metadata(_ facts: ReportFacts, scores: [TidyColumn], distributions: [TidyColumn]) -> [UInt8] {
    var writer = JSONWriter()
    writer.object { writer in
      writer.key("@context")
      writer.array { writer in
        writer.value("http://www.w3.org/ns/csvw")
        writer.object { $0.member("@language", ReportFacts.language) }
      }
      writer.member("dc:title", "\(PlainText.clean(facts.content(facts.assessment.title).text)): results")
      var description = "Figures that too few people stand behind are withheld and marked \(NumberWords.withheld)."
      if let note = facts.options.note, !note.isEmpty { description += " " + PlainText.clean(note) }
      writer.member("dc:description", description)
      if let date = facts.cohorts.first?.scorecard.occasion.date { writer.member("dc:date", date.description) }
      writer.key("dc:source")
      writer.array { writer in
        for cohort in facts.cohorts { writer.value(MethodWords.versions(cohort, facts.words).plain) }
      }
      writer.key("tables")
      writer.array { writer in
        table(scoresFile, "Scores", scores, key: row.map(\.name), to: &writer)
        table(distributionsFile, "Distributions", distributions, key: row.map(\.name) + ["place"], to: &writer)
      }
    }
    return writer.finish().bytes
  }

  private static func table(
    _ url: String, _ title: String, _ columns: [TidyColumn], key: [String], to writer: inout JSONWriter
  ) {
    func list(_ name: String, _ texts: [String], _ writer: inout JSONWriter) {
      writer.key(name)
      writer.array { writer in
        for text in texts { writer.value(text) }
      }
    }
    writer.object { writer in
      writer.member("url", url)
      writer.member("dc:title", title)
      writer.key("dialect")
      writer.object { writer in
        // Readers may take it for a comment otherwise.
        writer.key("commentPrefix")
        writer.null()
        writer.member("encoding", "utf-8")
      }
      writer.key("tableSchema")
      writer.object { writer in
        writer.key("columns")
        writer.array { writer in
          for column in columns { column.write(to: &writer) }
        }
        list("primaryKey", key, &writer)
        guard url != scoresFile else { return }
        writer.key("foreignKeys")
        writer.array { writer in
          writer.object { writer in
            list("columnReference", row.map(\.name), &writer)
            writer.key("reference")
            writer.object { writer in
              writer.member("resource", scoresFile)
              list("columnReference", row.map(\.name), &writer)
            }
          }
        }
      }
    }
  }

  private func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("name", name)
      writer.member("titles", name)
      writer.member("dc:description", description)
      writer.key("datatype")
      switch kind {
      case .name, .text: writer.value("string")
      case .word(let words):
        writer.object { writer in
          writer.member("base", "string")
          writer.member("format", words.joined(separator: "|"))
        }
      case .number: writer.value("number")
      case .share:
        writer.object { writer in
          writer.member("base", "number")
          writer.member("minimum", 0)
          writer.member("maximum", 1)
        }
      case .count, .place:
        writer.object { writer in
          writer.member("base", "integer")
          writer.member("minimum", isRequired ? 1 : 0)
        }
      }
      if isRequired {
        writer.key("required")
        writer.value(true)
      } else {
        writer.key("null")
        writer.array { writer in
          writer.value("")
          writer.value(NumberWords.withheld)
        }
      }
    }
  }

  private var isRequired: Bool {
    switch kind {
    case .name, .word, .place: true
    case .text, .number, .share, .count: false
    }
  }
}
