using Platform.LoadTest;

using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, key) =>
{
    // The second time the process just ends.
    if (stop.IsCancellationRequested) return;
    key.Cancel = true;
    stop.Cancel();
};
return await LoadProgram.RunAsync(args, Console.Out, Console.Error, isTerminal: !Console.IsErrorRedirected, stop.Token);
