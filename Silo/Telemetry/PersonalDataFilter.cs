using System.Diagnostics;
using OpenTelemetry;

namespace Platform.Hosting.Telemetry;

/// <summary>
/// Takes out of spans what may be personal before they leave: the keys of actors, some of which are an email or a network address, and the
/// texts of errors, which may quote what a user has sent. Of an address only the route's template stays: an invitation's token is a part of the path.
/// </summary>
internal sealed class PersonalDataFilter : BaseProcessor<Activity>
{
    private static readonly string[] Keys = ["orleans.rpc.target_id", "orleans.rpc.source_id"];
    private static readonly string[] Texts = ["exception.message", "exception.stacktrace"];

    public override void OnEnd(Activity data)
    {
        foreach (var tag in Keys)
        {
            if (data.GetTagItem(tag) is string id && id.IndexOf('/', StringComparison.Ordinal) is > 0 and var slash) data.SetTag(tag, id[..slash]);
        }

        foreach (var tag in Texts)
        {
            if (data.GetTagItem(tag) is not null) data.SetTag(tag, null);
        }

        // Without a route nobody knows what is in it: a preflight has the path of the request that follows.
        data.SetTag("url.path", data.GetTagItem("http.route"));
        // The address of a network peer.
        data.SetTag("client.address", null).SetTag("network.peer.address", null).SetTag("user_agent.original", null);
    }
}
