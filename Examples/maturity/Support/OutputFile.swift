import ArgumentParser

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Where a result goes: standard output, or a file that is written whole or not at all.
enum OutputFile {
  /// Writes a result.
  /// - Parameters:
  ///   - path: The file; standard output when there is none.
  ///   - force: Whether a file that exists is replaced.
  ///   - isPersonal: Whether the file can be read by its owner alone.
  static func write(_ bytes: [UInt8], to path: String?, force: Bool, isPersonal: Bool = false) throws {
    guard let path else {
      // Thousands of lines of markup help nobody; a pipe may want them.
      if Terminal.isOutput, bytes.starts(with: "<!DOCTYPE html>".utf8) {
        throw ValidationError("a web page is not for a terminal; write it to a file, such as --output report.html")
      }
      if Terminal.isOutput, bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) {
        throw ValidationError("a file of an office program is not for a terminal; write it to a file with --output")
      }
      return try Terminal.print(bytes)
    }
    if isStream(path) { return try writeInto(path, bytes) }
    if isFolder(path) { throw failure("“\(path)” is a folder; name a file in it") }
    if !force, unsafe access(path, F_OK) == 0 {
      throw failure("“\(path)” exists already; add --force to replace it, or choose another name")
    }
    try move(try temporary(bytes, for: path, isPersonal: isPersonal), to: path, force: force)
  }

  /// Writes files that belong together: none is put in place before there is room for all.
  static func write(_ files: [(bytes: [UInt8], path: String)], force: Bool) throws {
    if !force, let taken = files.first(where: { unsafe access($0.path, F_OK) == 0 })?.path {
      throw failure("“\(taken)” exists already; add --force to replace it, or choose another name")
    }
    var written: [(temporary: String, path: String)] = []
    do {
      for file in files { written.append((try temporary(file.bytes, for: file.path, isPersonal: false), file.path)) }
    } catch {
      for file in written { unsafe unlink(file.temporary) }
      throw error
    }
    for (index, file) in written.enumerated() {
      do { try move(file.temporary, to: file.path, force: force) } catch {
        for file in written[(index + 1)...] { unsafe unlink(file.temporary) }
        throw error
      }
    }
  }

  /// Writes a file's bytes under a name beside it, so that the rename stays on one file system and is atomic.
  private static func temporary(_ bytes: [UInt8], for path: String, isPersonal: Bool) throws -> String {
    let temporary = "\(path).\(getpid()).part"
    let descriptor = unsafe open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, isPersonal ? 0o600 : 0o644)
    guard descriptor >= 0 else { throw unwritten(path) }
    do {
      guard Terminal.write(bytes, to: descriptor), fsync(descriptor) == 0 else { throw unwritten(path) }
    } catch {
      _ = close(descriptor)
      unsafe unlink(temporary)
      throw error
    }
    guard close(descriptor) == 0 else {
      let problem = unwritten(path)
      unsafe unlink(temporary)
      throw problem
    }
    return temporary
  }

  /// Says that a file cannot be written, and why: what the system said last.
  private static func unwritten(_ path: String) -> ExitCode {
    let message = reason(path)
    let isOld = unsafe access(path, F_OK) == 0
    return failure(message + (isOld ? "; the file that is there stays as it was" : ""))
  }

  /// Why a file cannot be written, by what the system said last, and what to do about it.
  static func reason(_ path: String) -> String {
    let mend =
      switch errno {
      case ENOENT, ENOTDIR: "; make its folder first, or choose another"
      case EACCES, EPERM, EROFS: "; choose a folder that you may write to"
      case ENOSPC, EDQUOT: "; make room, or choose another disk"
      case EFBIG: "; it is larger than files may be here (see “ulimit -f”)"
      default: ""
      }
    return "“\(path)” cannot be written: \(Terminal.lastError)\(mend)"
  }

  private static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return unsafe stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// Whether a path is that of a pipe or a device: those are written into, never replaced.
  private static func isStream(_ path: String) -> Bool {
    var status = stat()
    guard unsafe stat(path, &status) == 0 else { return false }
    return [S_IFCHR, S_IFBLK, S_IFIFO, S_IFSOCK].contains(status.st_mode & S_IFMT)
  }

  private static func writeInto(_ path: String, _ bytes: [UInt8]) throws {
    let descriptor = unsafe open(path, O_WRONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw failure(reason(path)) }
    defer { _ = close(descriptor) }
    guard Terminal.write(bytes, to: descriptor) else {
      throw failure(reason(path))
    }
  }

  /// Renames; without force, by a link that fails when somebody made the file meanwhile. What cannot be renamed is removed.
  private static func move(_ temporary: String, to path: String, force: Bool) throws {
    do {
      if !force {
        if unsafe link(temporary, path) == 0 {
          unsafe unlink(temporary)
          return
        }
        guard errno != EEXIST else {
          throw failure("“\(path)” exists already; add --force to replace it, or choose another name")
        }
        // A file system without links.
      }
      guard unsafe rename(temporary, path) == 0 else { throw unwritten(path) }
    } catch {
      unsafe unlink(temporary)
      throw error
    }
  }

  private static func failure(_ message: String) -> ExitCode {
    Terminal.message("error: \(message)")
    return .cannotWrite
  }
}
