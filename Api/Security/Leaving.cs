using Platform.Api.Errors;
using Platform.Api.Http;

namespace Platform.Api.Security;

/// <summary>The end of an account, at its owner's wish: the same in all products, at a route of each.</summary>
internal sealed record Leaving(bool? Confirm)
{
    /// <summary>Deletes the caller's account, if that is confirmed.</summary>
    /// <exception cref="ApiException">It isn't.</exception>
    public async Task DeleteAsync(Caller caller, IGrainFactory grains)
    {
        var check = new Validation();
        if (Confirm != true) check.Add("body.confirm", "This deletes the account for good. Confirm it with \"confirm\": true.", "value_error");
        check.ThrowIfInvalid();
        // Deleted already, by another request at the same time: that is what was asked for.
        await caller.User(grains).Delete();
    }
}
