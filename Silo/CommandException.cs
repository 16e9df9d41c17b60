namespace Platform.Hosting;

/// <summary>A command for operators can't be done as it was asked for. Its message tells them why, and holds no secret.</summary>
internal sealed class CommandException : Exception
{
    public CommandException()
    {
    }

    public CommandException(string message)
        : base(message)
    {
    }

    public CommandException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
