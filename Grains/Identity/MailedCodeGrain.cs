using System.Security.Cryptography;
using System.Text;
using Platform.Mail;

namespace Platform.Identity;

/// <summary>
/// The code that was last mailed to one address; the key is that of its <see cref="IAccountDirectoryGrain"/>. All tries for an address
/// meet here, wherever they come from.
/// </summary>
[Alias("platform.IMailedCodeGrain")]
internal interface IMailedCodeGrain : IGrainWithStringKey
{
    /// <summary>Makes a new code in place of the last one, and mails it.</summary>
    [Alias("Send")]
    Task<Outcome<Done>> Send();

    /// <summary>Counts the try; of tries that are right, the first one spends the code.</summary>
    [Alias("Redeem")]
    Task<Redemption> Redeem(string code);

    /// <summary>The code may be redeemed after all: what it was spent for did not come about.</summary>
    [Alias("Restore")]
    Task Restore(string code);

    /// <summary>Forgets all about the address.</summary>
    [Alias("Forget")]
    Task Forget();
}

/// <summary>What a try came to.</summary>
internal enum Redemption
{
    /// <summary>No live code, or another one.</summary>
    Wrong,

    /// <summary>Right: go on.</summary>
    Right,

    /// <summary>Right, and spent a moment ago.</summary>
    Repeated,
}

[GrainType("mailedcode")]
internal sealed class MailedCodeGrain(
    [PersistentState("code")] IPersistentState<MailedCode> storage, CodeLetters letters, IMailer mailer, IdSource ids, TimeProvider clock)
    : Grain, IMailedCodeGrain, IRemindable
{
    private const string ForgetReminder = "forget";

    private readonly Durable<MailedCode> _code = new(storage);

    public async Task<Outcome<Done>> Send()
    {
        var now = clock.GetUtcNow();
        var sent = (_code.Value?.Sent ?? []).Where(time => now - time < MailedCode.Day).ToList();
        if (MailedCode.NextAllowed(sent, now) is { } until)
            return new Refusal(RefusalKind.TooMany, "Too many codes were requested for this address. Please try again later.", Until: until);

        // Nobody's address stays here for long; set before there is anything to forget.
        await this.RegisterOrUpdateReminder(ForgetReminder, MailedCode.Day, MailedCode.Day);
        var code = ids.NextDigits(MailedCode.Digits);
        await _code.SaveAsync(new MailedCode { Code = code, ExpiresAt = now + MailedCode.Life, Sent = [.. sent, now] });
        try
        {
            await mailer.SendAsync(letters.Write(this.GetPrimaryKeyString(), code), CancellationToken.None);
            return Done.Instance;
        }
        catch (MailException)
        {
            return new Refusal(RefusalKind.MailFailed, "The mail could not be sent. Please try again.");
        }
    }

    public async Task<Redemption> Redeem(string code)
    {
        var now = clock.GetUtcNow();
        if (_code.Value is not { } live) return Redemption.Wrong;
        var matches = CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(live.Code), Encoding.UTF8.GetBytes(code));
        if (live.UsedAt is { } used) return matches && now - used <= MailedCode.Grace ? Redemption.Repeated : Redemption.Wrong;
        if (live.WrongTries >= MailedCode.MaxWrongTries || now >= live.ExpiresAt) return Redemption.Wrong;
        await _code.SaveAsync(matches ? live with { UsedAt = now } : live with { WrongTries = live.WrongTries + 1 });
        return matches ? Redemption.Right : Redemption.Wrong;
    }

    public async Task Restore(string code)
    {
        if (_code.Value is { UsedAt: not null } spent && spent.Code == code) await _code.SaveAsync(spent with { UsedAt = null });
    }

    public async Task Forget()
    {
        if (_code.Value is not null) await _code.ClearAsync();
        if (await this.GetReminder(ForgetReminder) is { } reminder) await this.UnregisterReminder(reminder);
        DeactivateOnIdle();
    }

    public Task ReceiveReminder(string reminderName, TickStatus status) =>
        _code.Value?.Sent.Any(time => clock.GetUtcNow() - time < MailedCode.Day) == true ? Task.CompletedTask : Forget();
}
