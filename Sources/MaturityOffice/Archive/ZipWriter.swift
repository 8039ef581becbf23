/// Writes a ZIP file, a part after another. The same parts give the same bytes: every date is the first of 1980, which
/// is where ZIP's dates begin.
///
/// A part is packed as it comes, so that only its packed bytes are held.
struct ZipWriter: ~Copyable {
  /// The file so far.
  private(set) var bytes: [UInt8] = []

  private struct Entry {
    var name: String
    var checksum: UInt32 = 0
    var size = 0
    var packedSize = 0
    var header: Int
  }

  private var entries: [Entry] = []
  private var deflater = Deflater()
  private var checksum = CRC32()
  private var dataStart = 0

  /// Begins a part.
  mutating func begin(_ name: String) {
    deflater = Deflater()
    checksum = CRC32()
    let entry = Entry(name: name, header: bytes.count)
    entries.append(entry)
    appendHeader(entry, signature: 0x0403_4B50, isDirectory: false)
    dataStart = bytes.count
  }

  /// Adds bytes to the part that was begun.
  mutating func write(_ more: Span<UInt8>) {
    checksum.update(more)
    if !entries.isEmpty { entries[entries.count - 1].size += more.count }
    deflater.deflate(more, ends: false, onto: &bytes)
  }

  /// Ends the part, and writes its size and checksum where its header is.
  mutating func end() {
    guard var entry = entries.popLast() else { return }
    deflater.deflate([UInt8]().span, ends: true, onto: &bytes)
    entry.packedSize = bytes.count - dataStart
    entry.checksum = checksum.value
    entries.append(entry)
    bytes.replaceSubrange(entry.header + 14..<entry.header + 26, with: Self.sizes(of: entry))
  }

  /// Adds a whole part.
  mutating func add(_ name: String, _ content: [UInt8]) {
    begin(name)
    write(content.span)
    end()
  }

  /// Adds a whole part before all others.
  mutating func addFirst(_ name: String, _ content: [UInt8]) {
    var front = ZipWriter()
    front.add(name, content)
    for index in entries.indices { entries[index].header += front.bytes.count }
    entries.insert(contentsOf: front.entries, at: 0)
    bytes.insert(contentsOf: front.bytes, at: 0)
  }

  /// Ends the file and returns it.
  consuming func finish() -> [UInt8] {
    let start = bytes.count
    for entry in entries {
      appendHeader(entry, signature: 0x0201_4B50, isDirectory: true)
    }
    let size = bytes.count - start
    bytes.append(littleEndian: 0x0605_4B50, width: 4)
    bytes.append(littleEndian: 0, width: 4)
    bytes.append(littleEndian: entries.count, width: 2)
    bytes.append(littleEndian: entries.count, width: 2)
    bytes.append(littleEndian: size, width: 4)
    bytes.append(littleEndian: start, width: 4)
    bytes.append(littleEndian: 0, width: 2)
    return bytes
  }

  private mutating func appendHeader(_ entry: Entry, signature: Int, isDirectory: Bool) {
    bytes.append(littleEndian: signature, width: 4)
    // Made by and needed to read: version 2.0, for deflate.
    if isDirectory { bytes.append(littleEndian: 20, width: 2) }
    bytes.append(littleEndian: 20, width: 2)
    // Names are UTF-8.
    bytes.append(littleEndian: 0x0800, width: 2)
    bytes.append(littleEndian: 8, width: 2)
    // Midnight of 1 January 1980.
    bytes.append(littleEndian: 0x0021_0000, width: 4)
    bytes += Self.sizes(of: entry)
    bytes.append(littleEndian: entry.name.utf8.count, width: 2)
    bytes.append(littleEndian: 0, width: 2)
    if isDirectory {
      // No comment, first disk, no attributes.
      bytes.append(littleEndian: 0, width: 10)
      bytes.append(littleEndian: entry.header, width: 4)
    }
    bytes.append(contentsOf: entry.name.utf8)
  }

  private static func sizes(of entry: Entry) -> [UInt8] {
    var sizes: [UInt8] = []
    sizes.append(littleEndian: Int(entry.checksum), width: 4)
    sizes.append(littleEndian: entry.packedSize, width: 4)
    sizes.append(littleEndian: entry.size, width: 4)
    return sizes
  }
}
