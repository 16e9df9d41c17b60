namespace Platform.Chaos;

internal static class Passable
{
    /// <summary>A new directory below /tmp that others get through, because PostgreSQL runs as another user.</summary>
    public static DirectoryInfo Directory(string prefix)
    {
        var directory = System.IO.Directory.CreateTempSubdirectory(prefix);
        directory.UnixFileMode |= UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;
        return directory;
    }
}
