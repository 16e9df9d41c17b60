using Platform.Conversations;

namespace Platform.Api.Realtime;

internal static class ReplyStatus
{
    /// <summary>How far a reply has come, in the word that every product uses: <c>writing</c>, <c>done</c> or <c>failed</c>.</summary>
    public static string Word<THeard, TDone>(this ReplyProgress<THeard, TDone> reply)
        where THeard : class
        where TDone : class => reply.End switch
        {
            null => "writing",
            { Value: null } => "failed",
            _ => "done",
        };
}
