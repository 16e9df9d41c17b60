using System.Text.RegularExpressions;
using Platform.Api.Tests.Documentation;

namespace Platform.Api.Tests.Security;

/// <summary>Secrets come from the configuration. None is checked in.</summary>
public sealed partial class RepositoryTests
{
    private const int Largest = 2 * 1024 * 1024;

    private static readonly string[] NotOurs = ["bin", "obj", ".git", ".vs", "data", "TestResults"];

    [Fact]
    public void No_file_has_a_key_in_it()
    {
        var root = new DirectoryInfo(Path.Combine(CheckedInDocument.Folder, "..", ".."));
        var files = Files(root).ToList();
        Assert.True(files.Count > 500);
        Assert.Empty(files.Where(file => Key().IsMatch(File.ReadAllText(file.FullName))).Select(file => file.FullName));
    }

    [Fact]
    public void No_settings_file_sets_what_is_secret()
    {
        var root = new DirectoryInfo(Path.Combine(CheckedInDocument.Folder, "..", ".."));
        foreach (var file in Files(root).Where(file => file.Name.StartsWith("appsettings", StringComparison.Ordinal) || file.Name == "launchSettings.json"))
            Assert.DoesNotMatch("(?i)(password|secret|apikey|accesskey|connectionstrings)", File.ReadAllText(file.FullName));
    }

    private static IEnumerable<FileInfo> Files(DirectoryInfo directory) => directory.EnumerateFiles().Where(file => file.Length < Largest)
        .Concat(directory.EnumerateDirectories().Where(one => !NotOurs.Contains(one.Name)).SelectMany(Files));

    /// <summary>The forms of private keys, and of keys of Stripe, Amazon, OpenAI, GitHub and Slack. Written so that this file has none.</summary>
    [GeneratedRegex("-----BEGIN [A-Z ]*PRIVATE K(?:EY)-----|[sr]k_live_[0-9A-Za-z]{10,}|AKIA[0-9A-Z]{16}|sk-(?:proj-)?[0-9A-Za-z]{32,}|gh[pousr]_[0-9A-Za-z]{30,}|xox[abp]-[0-9A-Za-z-]{10,}")]
    private static partial Regex Key();
}
