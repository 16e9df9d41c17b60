using Platform.LoadTest.Driving;
using Platform.LoadTest.Measuring;

namespace Platform.LoadTest;

/// <summary>What is asked of a run.</summary>
/// <param name="Url">The server; null: one is started.</param>
/// <param name="Sockets">How many of Demi's users talk to her over a WebSocket.</param>
/// <param name="Report">The file for the report.</param>
/// <param name="AtOnce">How many companions are brought to life at the same time.</param>
/// <param name="Connections">The most HTTP connections.</param>
/// <param name="Timeout">For one answer.</param>
/// <param name="Seed">Decides who says what, and when.</param>
internal sealed record LoadSettings(
    Uri? Url,
    int Companions,
    ProductMix Mix,
    int Sockets,
    Schedule Schedule,
    int Seed,
    int AtOnce,
    int Connections,
    TimeSpan Timeout,
    string Report,
    IReadOnlyList<Limit> Limits);
