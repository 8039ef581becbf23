public import DigitalMaturity

extension ReasonCounts {
  /// The reasons as a table: how many comments, their share of those that give a reason, and its likely range, with the
  /// base in words. With fewer such comments than the policy's threshold nothing is shown but that.
  public func page(under policy: DisclosurePolicy) -> ResultPage {
    let isWithheld = base < policy.threshold
    let rows = frame.reasons.indices.map { reason -> [ResultTable.Cell] in
      let label = ResultTable.Cell.text(frame.reasons[reason].label)
      if isWithheld { return [label, .withheld, .withheld, .withheld, .withheld] }
      let range = interval(reason)
      return [
        label, .count(counts[reason]), .share(share(reason)), .share(range.map(\.low)), .share(range.map(\.high)),
      ]
    }
    return ResultPage(
      title: "Comments by reason",
      introduction: isWithheld
        ? ["Withheld: fewer than \(policy.threshold) comments give a reason."] : sentences,
      tables: [
        ResultTable(
          title: "Reasons that comments give",
          columns: [
            .words("Reason"), .number("Comments"), .number("Share"), .number("Likely from"), .number("to"),
          ], rows: rows)
      ],
      notes: isWithheld
        ? []
        : [
          "A share is of the comments that give a reason. The likely range is Wilson's, at 95 %, for people who were a "
            + "chance sample of all."
        ])
  }

  /// The base, how much of it was checked, and how far the words and the person agree.
  private var sentences: [String] {
    func counted(_ count: Int, _ one: String, _ many: String) -> String { "\(count) \(count == 1 ? one : many)" }
    var sentences = ["\(counted(comments, "comment", "comments")), of which \(base) give a reason."]
    if withoutReason > 0 { sentences.append("\(counted(withoutReason, "gives", "give")) none, as a person decided.") }
    if unsorted > 0 {
      sentences.append(
        "\(counted(unsorted, "holds", "hold")) none of the frame's words, and nobody has looked at them.")
    }
    sentences.append(
      checked == comments
        ? "A person has checked all of them."
        : "A person has checked \(checked); the others were sorted by their words alone. Take these figures as a first look."
    )
    let agreement = self.agreement
    if agreement.of > 0 {
      let beyond = alpha.value.map { " (Krippendorff's alpha \(DecimalText.rounded($0, decimals: 2)))" } ?? ""
      sentences.append(
        "Where words suggested a reason and a person decided, they agree on \(agreement.agreed) of \(agreement.of)\(beyond)."
      )
    }
    return sentences
  }

  /// The same for programs. Format 1 only gains keys; a figure that is withheld or undefined is null.
  public func json(under policy: DisclosurePolicy) -> ByteOutput {
    let isWithheld = base < policy.threshold
    func shown(_ count: Int) -> Int? { isWithheld ? nil : count }
    var writer = JSONWriter()
    writer.object { writer in
      writer.member("format", 1)
      writer.member("threshold", policy.threshold)
      writer.key("suppressed")
      writer.value(isWithheld)
      writer.member("comments", shown(comments))
      writer.member("base", shown(base))
      writer.member("checked", shown(checked))
      writer.member("withoutReason", shown(withoutReason))
      writer.member("unsorted", shown(unsorted))
      writer.key("reasons")
      writer.array { writer in
        for reason in frame.reasons.indices {
          writer.object { writer in
            writer.member("code", frame.reasons[reason].code)
            writer.member("label", frame.reasons[reason].label)
            writer.member("count", shown(counts[reason]))
            writer.member("share", isWithheld ? nil : share(reason).value)
            writer.member("low", isWithheld ? nil : interval(reason).value?.low)
            writer.member("high", isWithheld ? nil : interval(reason).value?.high)
          }
        }
      }
      let agreement = self.agreement
      writer.key("agreement")
      writer.object { writer in
        writer.member("of", shown(agreement.of))
        writer.member("agreed", shown(agreement.agreed))
        writer.member("alpha", isWithheld ? nil : alpha.value)
      }
    }
    return writer.finish()
  }
}
