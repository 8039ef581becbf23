public import DigitalMaturity
import MaturityQuestionnaires
import MaturityScoringRules

/// The second assessment, read from JSON in memory: what customers say at the counter.
public enum Counter {
  /// What the JSON may name. It knows the tool's own question kind; nothing else in the process does.
  public static var vocabulary: Vocabulary {
    var vocabulary = Vocabulary()
    vocabulary.addScoringRules()
    vocabulary.addQuestionnaires()
    vocabulary.add(DurationKind.self)
    vocabulary.add(MetricsFormat())
    return vocabulary
  }

  /// Reads the document. A mistake in it is thrown with its line and column.
  public static func assessment() throws(DocumentError) -> Assessment {
    try vocabulary.readAssessment(from: MemorySource(texts: ["assessment.json": document]))
  }

  /// Where a host keeps this is its own affair: a column of a data base will do.
  static let document = """
    {
      "format": 1,
      "id": "counter",
      "version": "1.0.0",
      "title": "At the counter",
      "levels": [
        {"id": "slow", "value": 1, "name": "Slow"},
        {"id": "steady", "value": 3, "name": "Steady"},
        {"id": "quick", "value": 5, "from": 4, "name": "Quick"}
      ],
      "areas": [
        {"id": "time", "name": "Time", "target": 4},
        {"id": "answer", "name": "An answer", "target": 4}
      ],
      "scoring": {"areas": {"rule": "weighted-mean"}},
      "questionnaires": [
        {
          "id": "customers", "title": "Your visit", "audience": "customers",
          "attributes": [
            {"id": "office", "text": "Which office?",
             "values": [{"id": "centre", "label": "Centre"}, {"id": "north", "label": "North"}]}
          ],
          "sections": [
            {
              "id": "visit", "title": "Your visit",
              "questions": [
                {"id": "waited", "kind": "duration", "text": "How long did you wait?",
                 "good": "5 min", "poor": "45 min", "measures": {"areas": ["time"]}},
                {"id": "settled", "kind": "choice", "text": "Was it settled?",
                 "options": [{"id": "no", "label": "No", "score": 1}, {"id": "partly", "label": "Partly", "score": 3},
                             {"id": "yes", "label": "Yes", "score": 5}],
                 "measures": {"areas": ["answer"]}}
              ]
            }
          ]
        }
      ]
    }
    """
}
