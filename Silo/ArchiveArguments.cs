namespace Platform.Hosting;

/// <summary>
/// The arguments of <c>export</c> and <c>import</c>: a file, perhaps a directory for the files of the blob store, and settings. What it doesn't know
/// it refuses: whoever misspells one would believe that more was copied than is, or from elsewhere.
/// </summary>
internal sealed record ArchiveArguments(string File, string? Blobs, string[] Settings)
{
    /// <summary>The settings that matter to these commands: these two, and all of these sections.</summary>
    private static readonly string[] Keys = ["Platform:DataDirectory", "ConnectionStrings:Platform"];
    private static readonly string[] Sections = ["Blobs:", "Cluster:", "Logging:"];

    /// <exception cref="CommandException">They are not such arguments.</exception>
    public static ArchiveArguments Parse(string verb, string[] arguments)
    {
        if (arguments is not [{ Length: > 0 } file, .. var rest] || file.StartsWith('-'))
            throw new CommandException($"Which file? {verb} FILE [--blobs DIRECTORY], and then settings.");
        string? blobs = null;
        List<string> settings = [];
        foreach (var (name, value) in Pairs(rest))
        {
            if (name == "--blobs" && value.Length > 0) blobs = value;
            else if (name == "--blobs") throw new CommandException("--blobs needs a directory.");
            else if (IsSetting(name)) settings.Add($"{name}={value}");
            else throw new CommandException($"{verb} FILE knows --blobs and settings, but no {name}.");
        }

        return new(file, blobs, [.. settings]);
    }

    /// <summary>Both <c>--name=value</c>, where a value may be empty, and <c>--name value</c>.</summary>
    private static IEnumerable<(string Name, string Value)> Pairs(string[] arguments)
    {
        for (var i = 0; i < arguments.Length; i++)
        {
            if (arguments[i].Split('=', 2) is [var name, var value]) yield return (name, value);
            else if (i + 1 < arguments.Length && !arguments[i + 1].StartsWith("--", StringComparison.Ordinal)) yield return (arguments[i], arguments[++i]);
            else throw new CommandException($"{arguments[i]} needs a value.");
        }
    }

    private static bool IsSetting(string name) =>
        name.StartsWith("--", StringComparison.Ordinal) && name[2..] is var key &&
        (Keys.Contains(key, StringComparer.OrdinalIgnoreCase) || Sections.Any(section => key.StartsWith(section, StringComparison.OrdinalIgnoreCase)));
}
