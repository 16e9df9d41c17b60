namespace Platform.LoadTest;

/// <summary>Tells whoever waits how far it is, once a second: one line that changes on a terminal, else a line each time.</summary>
internal sealed class Progress(TextWriter output, bool isTerminal)
{
    private const string ClearLine = "\r\u001b[2K";

    /// <summary>Shows a line again and again until the work is done.</summary>
    /// <exception cref="Exception">What the work throws.</exception>
    public async Task ShowAsync(Task work, Func<string> line)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1));
        while (await Task.WhenAny(work, timer.WaitForNextTickAsync().AsTask()) != work)
        {
            if (isTerminal) output.Write($"{ClearLine}{line()}");
            else output.WriteLine(line());
        }

        if (isTerminal) output.Write(ClearLine);
        await work;
    }

    public void Say(string line) => output.WriteLine(line);
}
