import DigitalMaturity

extension InvitationForecast {
  /// What cannot be told before anybody has answered, a sentence each.
  static let unknowns = [
    "Who comes: this takes every group to answer alike.",
    "Who leaves out which group they are in: those are a group of their own, which may be withheld and take another with it.",
    "Which single figures of a group that is shown are withheld: few may answer a question, and answers may give others away.",
  ]

  /// The forecast as a page: a table for each breakdown, and what it cannot tell.
  func page(_ questionnaire: Questionnaire) -> ResultPage {
    let sure = likelihood.map { ", to be \(Self.percent($0)) sure" } ?? " on average"
    var introduction = [
      "Of \(everyone?.invited ?? 0) invited, \(everyone?.expected ?? 0) are expected to answer (\(Self.percent(rate))).",
      "A figure needs \(policy.threshold) people behind it, so \(needed) of a group are to be invited\(sure).",
    ]
    if let everyone, everyone.outlook != .shown {
      introduction.append("Everything would be withheld: invite \(everyone.more) more.")
    }
    var breakdowns: [[Identifier<Attribute>]] = []
    for group in groups where !group.key.isEmpty && !breakdowns.contains(group.key.map(\.attribute)) {
      breakdowns.append(group.key.map(\.attribute))
    }
    let tables = breakdowns.map { breakdown in
      let names = breakdown.map(\.rawValue).joined(separator: ", ")
      return ResultTable(
        title: "By \(names)", name: names,
        columns: [
          .words(names), .number("Invited"), .number("Expected"), .number("Chance of \(policy.threshold)"),
          .words("Outlook"), .number("Invite more"),
        ],
        rows: groups.filter { $0.key.map(\.attribute) == breakdown }.map { group in
          [
            .text(group.key.map { Self.label($0, questionnaire) }.joined(separator: ", ")), .count(group.invited),
            .count(group.expected), .text(group.outlook == .nobody ? "" : Self.percent(group.chance)),
            .text(group.outlook.words), group.more == 0 ? .text("") : .count(group.more),
          ]
        })
    }
    var notes: [String] = []
    if groups.contains(where: { $0.outlook == .protectsOthers }) {
      notes.append("A group withheld to protect others is shown once none beside it is too small.")
    }
    if groups.contains(where: { $0.outlook == .tooFew }) {
      notes.append(
        "Where there are no more people to invite, put groups together, or let a group agree its answers (mode: consensus)."
      )
    }
    notes.append("What cannot be told before the day:")
    return ResultPage(
      title: "Whom to invite: \(questionnaire.title.text)", introduction: introduction, tables: tables,
      notes: notes + Self.unknowns)
  }

  /// The forecast as JSON.
  var json: ByteOutput {
    var json = JSONWriter()
    json.object { json in
      json.member("threshold", policy.threshold)
      json.member("expect", rate)
      json.member("sure", likelihood)
      json.member("needed", needed)
      json.key("groups")
      json.array { json in
        for group in groups {
          json.object { json in
            json.key("group")
            json.object { json in
              for part in group.key { json.member(part.attribute.rawValue, part.value?.rawValue) }
            }
            json.member("invited", group.invited)
            json.member("expected", group.expected)
            json.member("chance", group.chance)
            json.member("outlook", group.outlook.rawValue)
            json.member("more", group.more)
          }
        }
      }
      json.key("unknown")
      json.array { json in for unknown in Self.unknowns { json.value(unknown) } }
    }
    return json.finish()
  }

  private static func label(_ part: GroupAttribute, _ questionnaire: Questionnaire) -> String {
    let attribute = questionnaire.attributes.first { $0.id == part.attribute }
    return attribute?.values.first { $0.id == part.value }?.label.text ?? "Not stated"
  }

  /// A share in whole per cent; never 100 % or 0 % unless it is that.
  private static func percent(_ share: Double) -> String {
    if share > 0.99, share < 1 { return "over 99 %" }
    if share < 0.01, share > 0 { return "under 1 %" }
    return "\(DecimalText.rounded(100 * share, decimals: 0)) %"
  }
}

extension InvitationForecast.Outlook {
  fileprivate var words: String {
    switch self {
    case .shown: "shown"
    case .tooFew: "withheld, too few"
    case .protectsOthers: "withheld to protect others"
    case .nobody: "nobody invited"
    }
  }
}
