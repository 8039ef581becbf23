import ArgumentParser

/// The flag that leaves out notes, on every command that writes some.
struct NoteArguments: ParsableArguments {
  static let names: NameSpecification = [.customShort("q"), .long]
  static let help: ArgumentHelp = """
    Print no notes and no progress, and do not list the problems of files one by one. Errors stay, and so do warnings and \
    how many problems there were.
    """

  @Flag(name: Self.names, help: Self.help) var quiet = false

  func validate() {
    if quiet { Terminal.silenceNotes() }
  }
}
