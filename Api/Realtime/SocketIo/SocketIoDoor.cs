using System.Text.Json.Nodes;
using System.Threading.Channels;
using Platform.Api.Errors;
using Platform.Api.Products;
using Platform.Api.Security;
using Platform.Identity;

namespace Platform.Api.Realtime.SocketIo;

/// <summary>
/// Lets in clients of Socket.IO 4. The token comes in the connection's <c>auth</c>, as <c>?token=</c> or as a header, and one that is not to be
/// believed is answered with a <c>connect_error</c> that says why. A client has one namespace, of whatever name: its libraries take the path of
/// an address for one.
/// </summary>
internal sealed class SocketIoDoor(EngineDoor engine, Admissions admissions, AccountSockets accounts, TimeProvider clock)
{
    /// <param name="serve">Accepts a client, or throws why not, and serves it until it goes. It outlives the request.</param>
    public Task AnswerAsync(HttpContext context, Func<SocketIoClient, Caller, Task> serve)
    {
        var product = Product.Of(context)!;
        var token = SocketDoor.TokenOf(context.Request);
        return engine.AnswerAsync(context, async session =>
        {
            if (await ConnectionAsync(session) is not var (name, auth)) return;
            var client = new SocketIoClient(session, name);
            try
            {
                var (caller, admission) = await admissions.AskAsync(product, auth ?? token);
                if (admission.Verdict == Verdict.BudgetSpent) throw admissions.Spent(admission);
                using var counted = accounts.TryOpen(caller.AccountId);
                if (counted is not null) await serve(client, caller);
                else client.Refuse(AccountSockets.Refusal);
            }
            catch (ApiException error)
            {
                client.Refuse(error.Error.Message);
            }
            catch (RefusedException refused)
            {
                client.Refuse(refused.Refusal.Message);
            }
        });
    }

    /// <summary>The namespace that a client asks for, and the token that it brings there; null: it asks for none in time.</summary>
    private async Task<(string Namespace, string? Token)?> ConnectionAsync(EngineSession session)
    {
        try
        {
            var packet = SocketIoPacket.Parse(await session.Incoming.ReadAsync(session.Closing).AsTask().WaitAsync(SocketDoor.AuthenticationTime, clock));
            if (packet is not { Type: SocketIoPacket.Connect }) return null;
            return (packet.Namespace, packet.Data is JsonObject auth && auth["token"] is JsonValue value && value.TryGetValue(out string? token) ? token : null);
        }
        catch (Exception error) when (error is TimeoutException or OperationCanceledException or ChannelClosedException)
        {
            return null;
        }
    }
}
