/// Where the wording comes from: the last section, since it is about the texts and not about the results.
struct SourcesSection: SectionContent {
  let facts: ReportFacts

  let id = "sources"
  var title: Phrase { facts.words(.sourcesTitle) }

  func write(to writer: inout HTMLWriter) {
    writer.element("dl", .class("method")) { writer in
      for source in SourceWords.all(facts) {
        writer.element("div") { writer in
          writer.element("dt", phrase: source.name)
          writer.element("dd", phrase: source.text)
        }
      }
    }
  }
}
