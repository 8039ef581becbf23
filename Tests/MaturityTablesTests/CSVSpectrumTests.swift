import Foundation
import Testing

@testable import MaturityTables

/// The edge cases of csv-spectrum, where a copy is at hand: in `../shared/data` beside this package, or in the folder that
/// `MATURITY_SHARED_DATA` names. ``CSVReaderTests`` has cases of the same kinds.
private let spectrum: URL? = {
  let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  let named = ProcessInfo.processInfo.environment["MATURITY_SHARED_DATA"].map { URL(fileURLWithPath: $0) }
  let data = named ?? package.deletingLastPathComponent().appendingPathComponent("shared/data")
  let folder = data.appendingPathComponent("csv-spectrum")
  return FileManager.default.fileExists(atPath: folder.path) ? folder : nil
}()

private let cases: [String] = {
  guard let spectrum else { return [] }
  let names = try? FileManager.default.contentsOfDirectory(atPath: spectrum.appendingPathComponent("csvs").path)
  return (names ?? []).filter { $0.hasSuffix(".csv") }.map { String($0.dropLast(4)) }.sorted()
}()

@Suite("csv-spectrum", .enabled(if: spectrum != nil, "there is no copy of csv-spectrum at hand"))
struct CSVSpectrumTests {
  @Test("there are files")
  func files() {
    #expect(cases.count >= 11)
  }

  @Test("reads each file as its JSON says", arguments: cases)
  func reads(name: String) throws {
    let folder = try #require(spectrum)
    let json = try Data(contentsOf: folder.appendingPathComponent("json/\(name).json"))
    let expected = try JSONDecoder().decode([[String: String]].self, from: json)

    var reader = CSVReader(.file(folder.appendingPathComponent("csvs/\(name).csv").path))
    let reading = Reading(&reader)
    #expect(reading.error == nil)
    #expect(reading.problems.isEmpty)
    let header = try #require(reading.text.first)
    let rows = reading.text.dropFirst().map { Dictionary(zip(header, $0)) { first, _ in first } }
    #expect(rows == expected)
    #expect(reading.rows.allSatisfy { $0.count == header.count })
  }

  @Test("what spreadsheets may have done to a file is not seen in these", arguments: cases)
  func isPlain(name: String) throws {
    let folder = try #require(spectrum)
    let bytes = Array(try Data(contentsOf: folder.appendingPathComponent("csvs/\(name).csv")))
    let text = TableText(bytes)
    #expect(text.bytes == bytes)
    #expect(text.encoding == .utf8)
    #expect(text.separator == ",")
  }
}
