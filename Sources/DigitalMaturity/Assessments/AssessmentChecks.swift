/// The checks that every assessment passes, whether it was read or built in Swift.
///
/// A check speaks of paths in the model; when there is a document, the path leads to a place in it. All checks run, so
/// that one run reports every problem.
struct AssessmentChecks {
  let draft: AssessmentDraft
  var document: Document?
  var log: DiagnosticLog

  // What ids there are, for references.
  let levels: Set<String>
  let themes: Set<String>
  let principleSets: Set<String>
  let principles: Set<String>
  let literacies: Set<String>
  let areas: Set<String>
  let workstreams: Set<String>

  init(draft: AssessmentDraft, document: Document?, log: DiagnosticLog) {
    self.draft = draft
    self.document = document
    self.log = log
    levels = Set(draft.levels.map(\.id.rawValue))
    themes = Set(draft.themes.map(\.id.rawValue))
    principleSets = Set(draft.principleSets.map(\.id.rawValue))
    principles = Set(draft.principles.map(\.id.rawValue))
    literacies = Set(draft.literacies.map(\.id.rawValue))
    areas = Set(draft.areas.map(\.id.rawValue))
    workstreams = Set(draft.workstreams.map(\.id.rawValue))
  }

  mutating func run() {
    checkHead()
    checkLevels()
    checkEntities()
    checkAreas()
    for (index, questionnaire) in draft.questionnaires.enumerated() {
      checkQuestionnaire(questionnaire, at: ModelPath.root["questionnaires"][index])
    }
    checkUnique(draft.questionnaires.map(\.id.rawValue), in: "questionnaires")
    checkScoring()
    checkProgramme()
    checkSections()
    checkTranslations()
    checkQuotation()
    dropFollowing()
  }

  // MARK: Reporting

  func error(_ code: Diagnostic.Code, _ message: String, _ path: ModelPath) {
    if isToldElsewhere(path) { return }
    log.error(code, message, at: document?.location(of: path), path: path)
  }

  func warning(_ code: Diagnostic.Code, _ message: String, _ path: ModelPath) {
    if isToldElsewhere(path) { return }
    log.warning(code, message, at: document?.location(of: path), path: path)
  }

  /// Whether a path leads into something that is taken from elsewhere with `use`: what is wrong with it is told where it
  /// is written, but for its id and its condition, which belong to the questionnaire that uses it.
  private func isToldElsewhere(_ path: ModelPath) -> Bool {
    guard let document else { return false }
    var node: DocumentNode? = document.root
    var isItem = false
    for step in path.steps {
      guard let here = node else { return false }
      if case .key(let key) = step, isItem, here.member("use") != nil { return key != "id" && key != "show-when" }
      if case .index = step { isItem = true } else { isItem = false }
      node = here.child(step)
    }
    return false
  }

  /// Whether reading the document has reported already why nothing of use stands at a path: no value, or a wrong one.
  /// Text that stands there and is blank has not been reported.
  func isReported(_ path: ModelPath) -> Bool {
    guard let document else { return false }
    guard let node = document.node(at: path) else { return true }
    func isBlank(_ node: DocumentNode) -> Bool { node.text?.allSatisfy(\.isWhitespace) ?? false }
    return !isBlank(node) && !node.members.contains { isBlank($0.value) }
  }

  /// Whether nothing has been said of a list that turned out empty: it is not written, or written without elements.
  func isEmptyList(_ path: ModelPath) -> Bool {
    guard let node = document?.node(at: path), !node.isNull else { return true }
    return node.isSequence && node.count == 0
  }

  func shown(_ number: Double) -> String { DecimalText.exact(number) }

  /// The nearest known name. A document with thousands of wrong names gets hints for the first hundred, since comparing
  /// names takes time.
  func hint(_ id: String, in known: Set<String>) -> String {
    guard log.diagnostics.count < 100, known.count <= 10_000 else { return "" }
    return NearestName.hint(id, in: known.sorted())
  }

  // MARK: What many checks need

  func checkID<Named>(_ id: Identifier<Named>, _ path: @autoclosure () -> ModelPath) {
    guard !id.isValid else { return }
    let path = path()["id"]
    if id.rawValue.isEmpty {
      if !isReported(path) {
        error(.invalidID, "the id is empty; write small letters a to z, digits and hyphens", path)
      }
      return
    }
    error(
      .invalidID,
      "“\(DocumentNode.short(id.rawValue))” is not an id; an id is small letters a to z, digits and hyphens between them",
      path)
  }

  /// Reports ids that stand twice in a list.
  func checkUnique(_ ids: [String], in list: String, base: ModelPath = .root) {
    var seen: [String: Int] = [:]
    for (index, id) in ids.enumerated() where !id.isEmpty {
      if let first = seen[id] {
        error(
          .duplicateID, "the id “\(id)” stands twice in \(list) (also at number \(first + 1)); give one another id",
          base[list][index]["id"])
      } else {
        seen[id] = index
      }
    }
  }

  func checkReference(_ id: String, to kind: String, in known: Set<String>, _ path: @autoclosure () -> ModelPath) {
    guard !known.contains(id) else { return }
    let path = path()
    guard !(id.isEmpty && isReported(path)) else { return }
    error(
      .unknownReference,
      "there is no \(kind) “\(DocumentNode.short(id))”\(hint(id, in: known))", path)
  }

  /// A list of references: each exists, none stands twice.
  func checkReferences(_ ids: [String], to kind: String, in known: Set<String>, _ path: ModelPath) {
    var seen: Set<String> = []
    for (position, id) in ids.enumerated() {
      checkReference(id, to: kind, in: known, path[position])
      if !id.isEmpty, !seen.insert(id).inserted {
        error(.duplicateID, "“\(DocumentNode.short(id))” stands twice in this list; take one out", path[position])
      }
    }
  }

  func checkText(_ text: LocalizedText, _ what: String, _ path: @autoclosure () -> ModelPath) {
    guard text.isEmpty else { return }
    let path = path()
    if isReported(path) { return }
    error(.invalidValue, "\(what) is blank; write it", path)
  }

  /// Weights: finite, not negative, at most six decimals, so that they can be held as whole millionths.
  func checkWeight(_ weight: Double, _ path: @autoclosure () -> ModelPath) {
    if Self.isSoundWeight(weight) { return }
    if weight.isFinite, weight >= 0, weight <= 1_000_000 {
      error(.invalidValue, "a weight has at most six decimals; \(shown(weight)) has more", path())
    } else {
      error(.invalidValue, "a weight is a number from 0 to 1,000,000, not \(shown(weight))", path())
    }
  }

  /// A weight times a share of it is a weight too, held as whole millionths: one that is less would count as nothing or as
  /// up to twice what it is, and one with more decimals is rounded, which is told.
  func checkProduct(_ weight: Double, _ share: Double, _ path: @autoclosure () -> ModelPath) {
    let product = weight * share
    guard Self.isSoundWeight(weight), Self.isSoundWeight(share) else { return }
    let isTooSmall = product > 0 && product < 1e-6 - 1e-12
    guard isTooSmall || Self.isRounded(product) else { return }
    let times = "the weight \(DecimalText.plain(weight)) times the share \(DecimalText.plain(share))"
    if isTooSmall {
      error(
        .invalidValue,
        "\(times) is less than a millionth, the smallest weight there is; give all the questions weights that are larger "
          + "by the same factor", path())
    } else {
      warning(
        .roundedWeight,
        "\(times) has more than six decimals and counts as \(DecimalText.plain(Self.rounded(product))); choose numbers with "
          + "fewer, if that matters", path())
    }
  }

  /// A weight as it counts: in whole millionths.
  static func rounded(_ weight: Double) -> Double { (weight * 1_000_000).rounded() / 1_000_000 }

  /// Whether a weight has more than six decimals, beyond what arithmetic in binary adds.
  static func isRounded(_ weight: Double) -> Bool { (weight - rounded(weight)).magnitude > 1e-12 * max(weight, 1) }

  static func isSoundWeight(_ weight: Double) -> Bool {
    weight.isFinite && weight >= 0 && weight <= 1_000_000
      && abs(weight * 1_000_000 - (weight * 1_000_000).rounded()) <= 1e-4
  }

  // MARK: The head

  private func checkHead() {
    checkID(draft.id, .root)
    let version = ModelPath.root["version"]
    if !Self.isSemanticVersion(draft.version), !(draft.version.isEmpty && isReported(version)) {
      error(
        .invalidValue, "“\(DocumentNode.short(draft.version))” is not a version; write three numbers, such as 1.0.0",
        version)
    }
    if !LocalizedText.isLanguageTag(draft.language) {
      error(
        .invalidValue, "“\(DocumentNode.short(draft.language))” is not a language tag such as en, cy or en-GB",
        ModelPath.root["language"])
    }
    checkText(draft.title, "the title", ModelPath.root["title"])
  }

  /// `major.minor.patch`, with an optional `-pre.release` and `+build` (Semantic Versioning 2.0.0).
  static func isSemanticVersion(_ text: String) -> Bool {
    let withoutBuild = text.split(separator: "+", maxSplits: 1, omittingEmptySubsequences: false)
    let parts = withoutBuild[0].split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
    let numbers = parts[0].split(separator: ".", omittingEmptySubsequences: false)
    let areNumbers = numbers.allSatisfy { number in
      !number.isEmpty && number.count <= 9 && number.utf8.allSatisfy { (48...57).contains($0) }
        && (number == "0" || number.first != "0")
    }
    let extras = parts.dropFirst() + withoutBuild.dropFirst()
    let areExtras = extras.allSatisfy { extra in
      extra.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { part in
        !part.isEmpty && part.utf8.allSatisfy { Self.isIdentifierByte($0) }
      }
    }
    return numbers.count == 3 && areNumbers && areExtras
  }

  private static func isIdentifierByte(_ byte: UInt8) -> Bool {
    (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte) || byte == 45
  }

  // MARK: Levels and entities

  private func checkLevels() {
    let list = ModelPath.root["levels"]
    checkUnique(draft.levels.map(\.id.rawValue), in: "levels")
    for (index, level) in draft.levels.enumerated() {
      let path = list[index]
      checkID(level.id, path)
      checkText(level.name, "the level's name", path["name"])
      // The stand-in for a value that could not be read.
      if level.value.isNaN, document != nil { continue }
      guard level.value.isFinite, level.from.isFinite, abs(level.value) <= 1e12, abs(level.from) <= 1e12 else {
        error(.invalidValue, "a level's numbers lie between -1e12 and 1e12; write a smaller one", path["value"])
        continue
      }
      if level.from > level.value {
        error(.invalidValue, "a level begins at or below its value; lower “from”, or leave it out", path["from"])
      }
      if index > 0, level.value <= draft.levels[index - 1].value || level.from <= draft.levels[index - 1].from {
        error(
          .invalidValue,
          "levels go upwards; this one does not lie above “\(draft.levels[index - 1].id)”: list the lowest first",
          path["value"])
      }
      if index + 1 < draft.levels.count, level.value >= draft.levels[index + 1].from,
        draft.levels[index + 1].from > level.from
      {
        error(
          .invalidValue, "this level's value lies in the band of “\(draft.levels[index + 1].id)”; begin that one later",
          path["value"])
      }
    }
    if draft.levels.isEmpty, !draft.areas.isEmpty, isEmptyList(list) {
      error(.missingKey, "areas need levels; add “levels” with at least one", list)
    }
  }

  private func checkEntities() {
    checkNamed(draft.themes.map { ($0.id.rawValue, $0.id.isValid, $0.name) }, in: "themes")
    checkNamed(draft.principleSets.map { ($0.id.rawValue, $0.id.isValid, $0.name) }, in: "principle-sets")
    checkNamed(draft.principles.map { ($0.id.rawValue, $0.id.isValid, $0.name) }, in: "principles")
    checkNamed(draft.literacies.map { ($0.id.rawValue, $0.id.isValid, $0.name) }, in: "literacies")
    checkNamed(draft.workstreams.map { ($0.id.rawValue, $0.id.isValid, $0.name) }, in: "workstreams")
    checkNamed(draft.governance.map { ($0.id.rawValue, $0.id.isValid, $0.name) }, in: "governance")
    for (index, principle) in draft.principles.enumerated() {
      let path = ModelPath.root["principles"][index]
      checkReference(principle.set.rawValue, to: "principle set", in: principleSets, path["set"])
      checkText(principle.statement, "the principle's statement", path["statement"])
    }
  }

  /// Ids and names of a list of entities.
  func checkNamed(_ entities: [(id: String, isValid: Bool, name: LocalizedText)], in list: String) {
    checkUnique(entities.map(\.id), in: list)
    for (index, entity) in entities.enumerated() {
      let path = ModelPath.root[list][index]
      if !entity.isValid { checkID(Identifier<Assessment>(entity.id), path) }
      checkText(entity.name, "the name", path["name"])
    }
  }

  private func checkAreas() {
    checkNamed(draft.areas.map { ($0.id.rawValue, $0.id.isValid, $0.name) }, in: "areas")
    for (index, area) in draft.areas.enumerated() {
      let path = ModelPath.root["areas"][index]
      checkReferences(area.themes.map(\.rawValue), to: "theme", in: themes, path["themes"])
      checkWeight(area.weight, path["weight"])
      for level in area.levels.keys.sorted(by: { $0.rawValue < $1.rawValue }) {
        checkReference(level.rawValue, to: "level", in: levels, path["levels"][level.rawValue])
      }
      guard let target = area.target, let scale = draft.levels.scale, !scale.contains(target) else { continue }
      error(
        .invalidValue,
        "a target lies on the scale of the levels; write a number from \(shown(scale.lowerBound)) to "
          + shown(scale.upperBound), path["target"])
    }
  }
}

extension Diagnostic.Code {
  /// An id that is not a slug.
  public static let invalidID = Self(rawValue: "invalid-id")
  /// The same id twice where it must be unique.
  public static let duplicateID = Self(rawValue: "duplicate-id")
  /// A reference to something that does not exist.
  public static let unknownReference = Self(rawValue: "unknown-reference")
  /// Conditions that wait for each other.
  public static let conditionCycle = Self(rawValue: "condition-cycle")
  /// Actions or projects that wait for each other.
  public static let dependencyCycle = Self(rawValue: "dependency-cycle")
  /// Work that was stopped, and nothing says why.
  public static let missingReason = Self(rawValue: "missing-reason")
  /// Options that a cell of a response file could not tell apart.
  public static let ambiguousOption = Self(rawValue: "ambiguous-option")
  /// An area that no question measures.
  public static let unmeasuredArea = Self(rawValue: "unmeasured-area")
  /// A target that the best answers do not reach.
  public static let unreachableTarget = Self(rawValue: "unreachable-target")
  /// A weight with more than six decimals, which counts rounded.
  public static let roundedWeight = Self(rawValue: "rounded-weight")
  /// A rule whose scores do not fit the levels.
  public static let ruleRange = Self(rawValue: "rule-range")
  /// A rule that cannot score what it is to score.
  public static let ruleSubject = Self(rawValue: "rule-subject")
  /// A question that can never be shown.
  public static let neverShown = Self(rawValue: "never-shown")
  /// Statements that form exports cannot tell apart.
  public static let similarStatements = Self(rawValue: "similar-statements")
  /// Curly quotes that were meant to be those of the format.
  public static let curlyQuotes = Self(rawValue: "curly-quotes")
  /// A text that lacks one of the assessment's languages.
  public static let missingTranslation = Self(rawValue: "missing-translation")
}
