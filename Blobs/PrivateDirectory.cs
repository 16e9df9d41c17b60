namespace Platform.Blobs;

/// <summary>
/// Directories of what is nobody else's: files, mails, a database. On a machine with other users they don't get in, whatever the mode of what is in them.
/// </summary>
public static class PrivateDirectory
{
    /// <summary>Creates it, and what is missing above it. One that is there stays as its owner made it.</summary>
    public static DirectoryInfo Create(string path) => OperatingSystem.IsWindows()
        ? Directory.CreateDirectory(path)
        : Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
}
