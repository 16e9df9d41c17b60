using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;

namespace Platform.Hosting.Telemetry;

/// <summary>
/// How log entries are written: <c>Logging:Format</c> is <c>json</c> or <c>text</c>. Without it they are text in Development, where somebody
/// reads along, and JSON elsewhere, where a program does.
/// </summary>
internal static class LogFormat
{
    public static void AddLogFormat(this IHostApplicationBuilder builder)
    {
        var format = builder.Configuration["Logging:Format"] ?? (builder.Environment.IsDevelopment() ? "text" : "json");
        switch (format)
        {
            case "text":
                break;
            case "json":
                builder.Logging.AddConsole(console => console.FormatterName = JsonLines.FormatterName);
                builder.Logging.AddConsoleFormatter<JsonLines, ConsoleFormatterOptions>();
                break;
            default:
                throw new InvalidOperationException("Logging:Format must be json or text.");
        }
    }
}
