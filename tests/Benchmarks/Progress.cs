namespace Platform.Benchmarks;

/// <summary>Tells whoever waits what is going on, apart from the table: on the error output.</summary>
internal static class Progress
{
    public static void Report(string line) => Console.Error.WriteLine($"  {line}");
}
